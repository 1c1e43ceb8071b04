"""The report as data for other programs; this needs the form, and no document."""

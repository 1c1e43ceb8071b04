"""The lines of a source: how every layout becomes lines of cells."""

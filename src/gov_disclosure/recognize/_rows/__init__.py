"""The rows of a table: lines to labels and figures, and these to the rows of the form."""

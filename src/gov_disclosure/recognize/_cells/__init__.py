"""The cells of a row: which column of the form each figure is in."""

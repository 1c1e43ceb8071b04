"""Tables told as lists in words."""

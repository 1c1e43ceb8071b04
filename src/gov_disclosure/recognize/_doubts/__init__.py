"""What a layout cannot vouch for, and what its tables say of themselves: refused, and said."""

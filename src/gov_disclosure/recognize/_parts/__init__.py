"""The parts of a report: title, headings, text, and what a site puts around them."""

"""Tables known by the places of their letters: pages that draw no lines, texts laid out by spaces."""

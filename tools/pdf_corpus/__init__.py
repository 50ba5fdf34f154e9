"""The corpus of PDF files with known content: what it is made of and what is true of it."""

"""How the models are made: readers of the public corpora and of our own annotated articles, and one module per model."""

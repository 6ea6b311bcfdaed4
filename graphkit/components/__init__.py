"""The spaCy parts of the pipeline, one per module, registered by factory name.

Each keeps what it computes (`find` or `match`, which return records) apart from what it writes to the Doc.
"""

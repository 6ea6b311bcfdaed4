"""The errors that graphkit raises for things a user can mend."""


class GraphkitError(Exception):
    """Something a user can mend; the message is one line that says what to do."""


class ReadError(GraphkitError):
    """An input that cannot be read; the message names the reason."""


class OntologyError(GraphkitError):
    """A definition in an ontology file that does not hold together."""


class LexiconError(GraphkitError):
    """A user's lexicon that cannot be read, or a line of it that does not hold."""


class AnnotationError(GraphkitError):
    """A line of an annotation file that does not follow the format."""


class StoreError(GraphkitError):
    """A database that is missing, foreign or of another version."""


class NotFoundError(GraphkitError):
    """A name that no entity carries; the message lists the nearest ones."""


class AmbiguousError(GraphkitError):
    """A name that several entities carry; the message lists them with their ids."""


class QueryError(GraphkitError):
    """A question that cannot be answered as it is put; the message says what to change."""


class ModelError(GraphkitError):
    """A trained model that is missing or damaged."""

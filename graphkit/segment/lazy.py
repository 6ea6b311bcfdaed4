"""A property that is worked out once, as functools.cached_property before Python 3.12 but without its lock.

Lines have many properties that are looked at once or never; the lock was a tenth of the time that a page takes.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801  # named like property
    """A method whose value is kept in the object's dictionary, where it hides the method from then on."""

    def __init__(self, method: Callable[[Any], T]):
        self.method = method
        self.name = method.__name__
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "lazy[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object, owner: type) -> "T | lazy[T]":
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.method(instance)
        return value

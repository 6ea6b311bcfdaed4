"""Work on untrusted input in a process of its own, which is stopped when it takes too long or too much memory."""

import contextlib
import logging
import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from graphkit.errors import GraphkitError

MEGABYTE = 1 << 20
STARTING = 120.0  # seconds that a child may take to start
# A child imports the script that started it, as multiprocessing says
NO_START = "the reading process does not start; a script has to call graphkit below: if __name__ == '__main__':"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds for each piece of it, and megabytes beyond what the idle process holds."""

    seconds: float = 60.0
    megabytes: int = 1024


class LimitError(GraphkitError):
    """A document that took too long or too much memory, or brought the worker down."""


class Worker:
    """Runs a generator function in a child process and hands its results over as they come.

    The function must be importable by name. After a LimitError the child is replaced by a fresh one at the next run.
    """

    def __init__(self, function: Callable[..., Iterator[Any]], limits: Limits | None = None):
        self.function = function
        self.limits = limits or Limits()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def run(self, *arguments: Any) -> Iterator[Any]:
        """The results of the function for these arguments; errors of the function are raised here."""
        pipe = self._connect()
        pipe.send(arguments)
        while True:
            kind, value = self._receive(pipe)
            if kind == "end":
                return
            if kind == "error":
                raise value
            yield value

    def _receive(self, pipe: Connection) -> tuple[str, Any]:
        if not pipe.poll(self.limits.seconds):
            self.close()
            raise LimitError(f"takes longer than {self.limits.seconds:g} s")
        try:
            kind, value = pipe.recv()
        except (EOFError, OSError):
            self.close()
            raise LimitError("the reader broke down over it") from None
        if kind == "memory":
            self.close()
            raise LimitError(f"needs more than {self.limits.megabytes} MB of memory")
        return kind, value

    def _connect(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._pipe, child = context.Pipe()
            self._process = context.Process(target=_serve, args=(child, self.function, self.limits), daemon=True)
            self._process.start()
            child.close()
            try:
                if not self._pipe.poll(STARTING):
                    raise EOFError
                self._pipe.recv()
            except (EOFError, OSError):
                self.close()
                raise LimitError(NO_START) from None
        return self._pipe

    def close(self) -> None:
        """Stop the child, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _serve(pipe: Connection, function: Callable[..., Iterator[Any]], limits: Limits) -> None:
    """The child: answer one call after the other until the parent is gone."""
    logging.disable()  # what libraries say of bad input, line upon line; it is told once, by the one who reads
    _limit_memory(limits.megabytes)
    pipe.send(("ready", None))
    while True:
        try:
            arguments = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            for value in function(*arguments):
                pipe.send(("value", value))
            pipe.send(("end", None))
        except MemoryError:
            pipe.send(("memory", None))
        except (EOFError, BrokenPipeError, KeyboardInterrupt):
            return
        except Exception as error:  # whatever a library throws at hostile input becomes this one document's failure
            pipe.send(("error", error if isinstance(error, GraphkitError) else GraphkitError(f"cannot be read ({type(error).__name__})")))


def _limit_memory(megabytes: int) -> None:
    """Hold this process to so much address space beyond what it has; where the system cannot, only time is limited."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            held = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + megabytes * MEGABYTE,) * 2)

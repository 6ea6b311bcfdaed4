"""graphkit: knowledge graphs from Chinese trade-union news.

The line of stages, each a module of this package::

    read → segment → annotate → resolve → store → graph → view | query | export

`graphkit.pipeline` joins them; `graphkit.train` and `graphkit.evaluate` stand beside the line.
"""

__version__ = "0.1.0"

"""What a reader of one format gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file or of one record of it; `meta` holds title, date, paper and url as far as the format has them."""

    text: str
    encoding: str = "utf-8"
    damaged: int = 0
    meta: Mapping[str, str] = field(default_factory=dict)

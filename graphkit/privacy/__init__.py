"""People who are nobody's business: left out of what leaves the house, and masked in every sentence of it.

Union news names the sick and the poor. Pages and exports keep by name, by default, only people with a post, an honour or a byline.
What stays in the database is whole: it is the office's working file.
"""

from graphkit.privacy.mask import MASK, Masks
from graphkit.privacy.people import left_out

__all__ = ["MASK", "Masks", "left_out"]

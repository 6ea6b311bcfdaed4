"""The regions of a graph's nodes as a tree: province → city → county."""

from typing import Any

from graphkit import regions
from graphkit.regions import PROVINCE


class Places:
    """The regions that occur, those above them, and all provinces, which a map names."""

    def __init__(self) -> None:
        known = regions.load()
        self._regions = [region for _, region in sorted(known.by_code.items()) if region.level == PROVINCE]
        self._numbers = {region.code: number for number, region in enumerate(self._regions)}

    def number(self, code: str) -> int:
        """The number of a region's row; -1 for a code that is empty or of no division in force."""
        if code not in self._numbers:
            region = regions.load().by_code.get(code)
            if region is None:
                return -1
            upper = regions.load().parent(region)
            if upper is not None:
                self.number(upper.code)
            self._numbers[code] = len(self._regions)
            self._regions.append(region)
        return self._numbers[code]

    def rows(self) -> list[list[Any]]:
        """[code, name, number of the region above or -1, longitude, latitude (degrees or null), 1 where these are approximate]; a
        region stands behind the one above it."""
        return [self._row(region) for region in self._regions]

    def _row(self, region: regions.Region) -> list[Any]:
        upper = regions.load().parent(region)
        above = self._numbers[upper.code] if upper is not None else -1
        return [region.code, region.name, above, region.lon, region.lat, int(region.approximate)]

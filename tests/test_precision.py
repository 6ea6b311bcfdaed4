import pytest

from graphkit.precision import BANDS, Share, band, weighted


@pytest.mark.parametrize(
    ("right", "wrong", "low", "high"),
    [(8, 2, 0.490, 0.943), (10, 0, 0.722, 1.0), (0, 10, 0.0, 0.278), (81, 101, 0.374, 0.517)],
)
def test_wilson(right: int, wrong: int, low: float, high: float) -> None:
    assert Share(right, wrong).interval == pytest.approx((low, high), abs=1e-3)


def test_nothing_judged_tells_nothing() -> None:
    assert Share().interval == (0, 1)


@pytest.mark.parametrize(
    ("confidence", "name"), [(0.0, "0.0–0.5"), (0.499, "0.0–0.5"), (0.5, "0.5–0.6"), (0.9, "0.9–1.0"), (1.0, "0.9–1.0")]
)
def test_bands(confidence: float, name: str) -> None:
    assert band(confidence) == name
    assert name in BANDS


def test_strata_count_by_their_size() -> None:
    whole = weighted([(900, Share(1, 9)), (100, Share(10, 0)), (50, Share())])
    assert whole.precision == pytest.approx(0.9 * 0.1 + 0.1 * 1)
    assert 10 < whole.judged < 20  # twenty judgements, most of them in the small stratum
    assert weighted([(10, Share(3, 1))]).interval == pytest.approx(Share(3, 1).interval)

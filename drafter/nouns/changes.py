"""What has happened to the notes since a draft was saved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between the lines that a saved draft stands on and the lines of today.

    ``moved`` holds the lines that say the same in another place, each as its old and its new
    number; ``lost`` the old numbers of those that no longer say what is quoted. ``stale`` holds
    the texts of the sentences that quote what is lost, each with the old numbers of those lines.
    """

    moved: tuple[tuple[int, int], ...] = ()
    lost: tuple[int, ...] = ()
    stale: tuple[tuple[str, tuple[int, ...]], ...] = ()

"""Days as rules count them: some months later, or not yet come."""

from calendar import monthrange
from datetime import date, timedelta


def months_later(day: date, months: int) -> date:
    """Return the same day of the month *months* later, or that month's last day where it has no such day.

    What lies beyond the calendar of Python, which ends with the year 9999, is its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def not_yet_come(day: date, today: date) -> bool:
    """Say whether *day* lies ahead wherever on earth it was written: tomorrow has begun somewhere."""
    return day - today > timedelta(days=1)

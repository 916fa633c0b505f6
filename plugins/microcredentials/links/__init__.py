"""The pages and works of others that a catalog refers to: which they are, what became of them, and who must know.

Nobody is asked here; ``asking`` does that, and ``record`` remembers what it heard.
"""

from .answer import Answer, Outcome
from .outgoing import Outgoing, outgoing
from .record import Known, RecordError, due, noted, put_down, read_record
from .told import told

__all__ = [
    "Answer", "Known", "Outcome", "Outgoing", "RecordError",
    "due", "noted", "outgoing", "put_down", "read_record", "told",
]  # fmt: skip

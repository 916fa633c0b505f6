"""Write specimens from a shell: python -m specimens FOLDER COUNT [SEED]."""

import sys
from pathlib import Path

from . import write

write(Path(sys.argv[1]), *map(int, sys.argv[2:]))

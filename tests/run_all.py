"""Everything that must be well before a change is: lint, format, types, tests with coverage, documentation.

Run ``python tests/run_all.py`` in the environment that ``pip install -e '.[dev]'`` made.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
STEPS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types by mypy": ["mypy"],
    "types by pyright": ["pyright", "--pythonpath", sys.executable],
    # The documentation is run by tests, too; pytest comes last, so that its summary ends the output.
    "tests": ["pytest", "-n", "auto", "--cov", "--cov-report=term", "-p", "no:cacheprovider"],
}


def main() -> int:
    """Run every step, whatever the others say, and give 1 if one of them failed."""
    failed = []
    for name, (module, *arguments) in STEPS.items():
        print(f"--- {name}: {' '.join([module, *arguments])}", flush=True)
        if subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

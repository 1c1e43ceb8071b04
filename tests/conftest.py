"""What all tests share: property tests give the same result on every run.

``HYPOTHESIS_PROFILE=explore pytest`` looks for new examples instead, many more of them.
"""

import os

from hypothesis import HealthCheck, settings

# A machine that does other work at the same time is slow; that is no fault of the code.
settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

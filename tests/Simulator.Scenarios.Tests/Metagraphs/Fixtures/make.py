"""Writes the dumps of this folder; see README.md."""
import builtins
import os

import numpy as np
import torch

STAKE = np.array([1500, 2500.25, 3.5, 1000, 0, 20], dtype=np.float32)
WEIGHTS = np.zeros((6, 6), dtype=np.float32)
WEIGHTS[0] = [0, 0, 0.1, 0, 0.3, 0.6]
WEIGHTS[1] = [0, 0, 0.25, 0, 0.75, 0]
WEIGHTS[3] = [1 / 3, 0, 1 / 3, 0, 0, 1 / 3]
WEIGHTS[5] = [0, 0, 0, 0, 1, 0]
HOTKEYS = ["5Alice", "5Bob", "5Carol", "5Dave", "5Eve", "5Frank"]


class Call:
    """Pickles as a call of any function."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


def dump(**changes):
    return {"netuid": 7, "block": 360, "S": STAKE, "W": WEIGHTS, "hotkeys": HOTKEYS, **changes}


torch.save(dump(), "numpy.pt")
torch.save(dump(), "numpy-protocol4.pt", pickle_protocol=4)
torch.save(dump(), "numpy-protocol5.pt", pickle_protocol=5)
torch.save(dump(S=torch.tensor(STAKE), W=torch.tensor(WEIGHTS)), "torch.pt")
# Both tensors are views of one storage, and W has its columns first.
both = torch.cat([torch.tensor(STAKE), torch.tensor(WEIGHTS.T.copy()).flatten()])
torch.save(dump(block=torch.tensor(360), S=both[:6], W=both[6:].reshape(6, 6).t()), "views.pt")
torch.save(
    dump(block=np.int64(360), S=STAKE.astype(">f4"), W=np.asfortranarray(WEIGHTS), n=np.arange(3)),
    "orders.pt",
)
# A later snapshot: 5Bob has lost its stake, 5Grace has taken the slot of 5Frank and has enough.
later = WEIGHTS.copy()
later[0] = [0, 0, 0.5, 0, 0.5, 0]
later[5] = [0, 0, 0.2, 0, 0.8, 0]
torch.save(
    dump(
        block=720,
        S=np.array([1500, 2, 3.5, 1000, 0, 4000], dtype=np.float32),
        W=later,
        hotkeys=[*HOTKEYS[:5], "5Grace"],
    ),
    "later.pt",
)
torch.save(dump(S=Call(os.system, "touch ran")), "os-system.pt")
torch.save(dump(S=Call(builtins.eval, "open('ran', 'w')")), "eval.pt")
torch.save(torch.nn.Linear(2, 2), "module.pt")
torch.save(dump(), "before-1.6.pt", _use_new_zipfile_serialization=False)

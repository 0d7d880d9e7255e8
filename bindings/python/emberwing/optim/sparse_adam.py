"""SparseAdam."""

import emberwing as ew
from ._elementwise import check_betas
from .._tensor import Tensor
from .optimizer import Optimizer, run_closure

__all__ = ["SparseAdam"]


class SparseAdam(Optimizer):
    """Adam for sparse gradients, of which only the elements that are there change a parameter."""

    def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, maximize=False):
        if isinstance(lr, Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        if not 0.0 < lr:
            raise ValueError(f"Invalid learning rate: {lr}")
        if not 0.0 < eps:
            raise ValueError(f"Invalid epsilon value: {eps}")
        check_betas(betas)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "maximize": maximize})
        for kind, why in (("sparse", "SparseAdam requires dense parameter tensors"),
                          ("complex", "SparseAdam does not support complex parameters")):
            places = [[i, j] for i, group in enumerate(self.param_groups) for j, p in enumerate(group["params"])
                      if (p.is_sparse if kind == "sparse" else p.is_complex())]
            if places:
                raise ValueError(f"{kind.capitalize()} params at indices {places}: {why}")

    def step(self, closure=None):
        """Refuses dense gradients; the library has no sparse ones."""
        loss = run_closure(closure)
        with ew.no_grad():
            for group in self.param_groups:
                for p in group["params"]:
                    if p.grad is None:
                        continue
                    if not p.grad.is_sparse:
                        raise RuntimeError("SparseAdam does not support dense gradients, please consider Adam instead")
                    raise NotImplementedError("SparseAdam: sparse gradients are not supported")
        return loss

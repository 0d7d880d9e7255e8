"""L-BFGS."""

import emberwing as ew
from .optimizer import Optimizer, _to_scalar, check_lr

__all__ = ["LBFGS"]


class LBFGS(Optimizer):
    """Limited-memory BFGS; each step needs a closure that computes the loss and its gradients."""

    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-07, tolerance_change=1e-09,
                 history_size=100, line_search_fn=None, *, maximize=False):
        check_lr(lr)
        if max_eval is None:
            max_eval = max_iter * 5 // 4
        super().__init__(params, {
            "lr": lr, "max_iter": max_iter, "max_eval": max_eval, "tolerance_grad": tolerance_grad,
            "tolerance_change": tolerance_change, "history_size": history_size, "line_search_fn": line_search_fn,
            "maximize": maximize})
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]["params"]

    def __setstate__(self, state):
        super().__setstate__(state)
        self._params = self.param_groups[0]["params"]

    # The parameters as one flat vector

    def _flat_gradient(self):
        views = []
        for p in self._params:
            grad = p.new_zeros(p.shape) if p.grad is None else p.grad
            views.append((ew.view_as_real(grad) if grad.is_complex() else grad).reshape(-1))
        flat = ew.cat(views, 0)
        return flat.neg_() if self.param_groups[0].get("maximize", False) else flat

    def _move(self, rate, direction):
        start = 0
        for p in self._params:
            real = ew.view_as_real(p) if p.is_complex() else p
            end = start + real.numel()
            real.add_(direction[start:end].view_as(real), alpha=float(rate))
            start = end

    def _evaluate(self, closure):
        loss = closure()
        value = float(loss)
        return loss, -value if self.param_groups[0].get("maximize", False) else value

    def step(self, closure):
        """Makes up to `max_iter` iterations; returns the loss before them."""

        def with_grad():
            with ew.enable_grad():
                return closure()

        with ew.no_grad():
            return with_grad() if not self._params else self._minimize(with_grad)

    def _minimize(self, closure):
        group = self.param_groups[0]
        lr, max_iter, max_eval = _to_scalar(group["lr"]), group["max_iter"], group["max_eval"]
        tolerance_grad, tolerance_change = group["tolerance_grad"], group["tolerance_change"]
        search = group["line_search_fn"]
        state = self.state[self._params[0]]
        state.setdefault("func_evals", 0)
        state.setdefault("n_iter", 0)
        first, loss = self._evaluate(closure)
        evaluations = 1
        state["func_evals"] += 1
        gradient = self._flat_gradient()
        if gradient.abs().max() <= tolerance_grad:
            return first
        memory = {key: state.get(key) for key in (
            "d", "t", "old_dirs", "old_stps", "ro", "H_diag", "prev_flat_grad", "prev_loss")}
        for n in range(1, max_iter + 1):
            state["n_iter"] += 1
            self._turn(state, memory, gradient, group["history_size"])
            d = memory["d"]
            if memory["prev_flat_grad"] is None:
                memory["prev_flat_grad"] = gradient.clone()
            else:
                memory["prev_flat_grad"].copy_(gradient)
            memory["prev_loss"] = loss
            t = memory["t"] = min(1.0, 1.0 / gradient.abs().sum()) * lr if state["n_iter"] == 1 else lr
            slope = gradient.dot(d)
            if slope > -tolerance_change:
                break
            spent, optimal = 0, False
            if search is not None:
                if search != "strong_wolfe":
                    raise RuntimeError("only 'strong_wolfe' is supported")
                start = [p.clone() for p in self._params]

                def at(t, start=start, d=d):
                    self._move(t, d)
                    _, value = self._evaluate(closure)
                    gradient = self._flat_gradient()
                    for p, value_before in zip(self._params, start):
                        p.copy_(value_before)
                    return value, gradient

                loss, gradient, t, spent = _strong_wolfe(at, t, d, loss, gradient, slope, tolerance_change,
                                                         max_eval - evaluations)
                memory["t"] = t
                self._move(t, d)
                optimal = gradient.abs().max() <= tolerance_grad
            else:
                self._move(t, d)
                if n != max_iter:
                    _, loss = self._evaluate(closure)
                    gradient = self._flat_gradient()
                    optimal = gradient.abs().max() <= tolerance_grad
                    spent = 1
            evaluations += spent
            state["func_evals"] += spent
            if (n == max_iter or evaluations >= max_eval or optimal or d.mul(t).abs().max() <= tolerance_change
                    or abs(loss - memory["prev_loss"]) < tolerance_change):
                break
        state.update(memory)
        return first

    @staticmethod
    def _turn(state, memory, gradient, history_size):
        """Sets the next direction: the approximate inverse Hessian times the negative gradient."""
        if state["n_iter"] == 1:
            memory.update(d=gradient.neg(), old_dirs=[], old_stps=[], ro=[], H_diag=1)
            return
        changes, steps, ro = memory["old_dirs"], memory["old_stps"], memory["ro"]
        y, s = gradient.sub(memory["prev_flat_grad"]), memory["d"].mul(memory["t"])
        ys = y.dot(s)
        if ys > 1e-10:
            if len(changes) == history_size:
                for kept in (changes, steps, ro):
                    kept.pop(0)
            changes.append(y)
            steps.append(s)
            ro.append(1.0 / ys)
            memory["H_diag"] = ys / y.dot(y)
        al = state.setdefault("al", [None] * history_size)
        q = gradient.neg()
        for i in reversed(range(len(changes))):
            al[i] = steps[i].dot(q) * ro[i]
            q.add_(changes[i], alpha=-float(al[i]))
        r = memory["d"] = q.mul(memory["H_diag"])
        for i in range(len(changes)):
            r.add_(steps[i], alpha=float(al[i] - changes[i].dot(r) * ro[i]))


def _cubic(a, b, bounds=None):
    """The lowest point of the cubic through two points (place, value, gradient, slope), within bounds."""
    (x1, f1, _, g1), (x2, f2, _, g2) = a, b
    low, high = bounds if bounds is not None else (x1, x2) if x1 <= x2 else (x2, x1)
    d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
    square = d1**2 - g1 * g2
    if not square >= 0:
        return (low + high) / 2.0
    d2 = square.sqrt()
    if x1 <= x2:
        place = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
    else:
        place = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
    return min(max(place, low), high)


def _strong_wolfe(evaluate, t, d, f, g, slope, tolerance, limit, c1=1e-4, c2=0.9):
    """A place on the line that satisfies the strong Wolfe conditions: value, gradient, place, evaluations."""

    def point(t):
        value, gradient = evaluate(t)
        return t, value, gradient, gradient.dot(d)

    def too_high(p):
        return p[1] > f + c1 * p[0] * slope

    def flat(p):
        return abs(p[3]) <= -c2 * slope

    reach = d.abs().max()
    start = before = (0, f, g.clone(), slope)
    new = point(t)
    count, bracket = 0, None
    while count < limit:
        if too_high(new) or (count > 1 and new[1] >= before[1]):
            bracket = [before, new]
            break
        if flat(new):
            return new[1], new[2], new[0], count + 1
        if new[3] >= 0:
            bracket = [before, new]
            break
        t = _cubic(before, new, (new[0] + 0.01 * (new[0] - before[0]), new[0] * 10))
        before, new = new, point(t)
        count += 1
    if bracket is None:
        bracket = [start, new]
    low = 0 if bracket[0][1] <= bracket[1][1] else 1
    slow = False
    while count < limit and not abs(bracket[1][0] - bracket[0][0]) * reach < tolerance:
        t = _cubic(*bracket)
        left, right = sorted(p[0] for p in bracket)
        margin = 0.1 * (right - left)
        if min(right - t, t - left) < margin:
            if slow or t >= right or t <= left:
                t = right - margin if abs(t - right) < abs(t - left) else left + margin
                slow = False
            else:
                slow = True
        else:
            slow = False
        new = point(t)
        count += 1
        if too_high(new) or new[1] >= bracket[low][1]:
            bracket[1 - low] = new
            low = 0 if bracket[0][1] <= bracket[1][1] else 1
            continue
        done = flat(new)
        if not done and new[3] * (bracket[1 - low][0] - bracket[low][0]) >= 0:
            bracket[1 - low] = bracket[low]
        bracket[low] = new
        if done:
            break
    found = bracket[low]
    return found[1], found[2], found[0], count + 1

"""Measurements side by side."""
from ._timer import Measurement, select_unit


class Compare:
    """A table of measurements: a row for each `sub_label`, a column for each `description`."""

    def __init__(self, results):
        self._results = []
        self.extend_results(results)
        self._trim = self._colour = False
        self._highlight = False

    def __str__(self):
        return "\n".join(self._render())

    def extend_results(self, results):
        for r in results:
            if not isinstance(r, Measurement):
                raise ValueError("Expected an instance of `Measurement` got type {} instead.".format(type(r)))
        self._results.extend(results)

    def trim_significant_figures(self):
        """Shows no more figures than the measurements bear out."""
        self._trim = True

    def colorize(self, rowwise=False):
        """Marks the fastest of each column (or row) with an asterisk, which every terminal can show."""
        self._colour, self._rowwise = True, rowwise

    def highlight_warnings(self):
        """Marks measurements that varied much with `(! XX%)`."""
        self._highlight = True

    def print(self):
        print(self)

    def _render(self):
        labels = {}
        for m in Measurement.merge(self._results):
            labels.setdefault(m.label, []).append(m)
        return [self._table(label, group) for label, group in labels.items()]

    def _cell(self, m, size, fastest):
        digits = max(0, min(m.significant_figures, 5) - len(str(int(m.median / size)))) if self._trim else 1
        text = f"{m.median / size:.{digits}f}"
        if self._highlight and m.has_warnings:
            text += f" (! {100 * m.iqr / m.median:.0f}%)"
        return text + (" *" if fastest else "")

    def _table(self, label, group):
        unit, size = select_unit(min(m.median for m in group))
        columns = list(dict.fromkeys(m.description or "" for m in group))
        rows = list(dict.fromkeys((m.num_threads, m.env, m.as_row_name) for m in group))
        at = {((m.num_threads, m.env, m.as_row_name), m.description or ""): m for m in group}
        lines, threads = [["", *columns]], None
        for row in rows:
            if row[0] != threads:
                threads = row[0]
                lines.append([f"{threads} threads:"])
            cells = []
            for column in columns:
                m = at.get((row, column))
                rivals = [v.median for (r, c), v in at.items() if (r == row if self._colour and self._rowwise else c == column)]
                cells.append("" if m is None else self._cell(m, size, self._colour and m.median == min(rivals)))
            lines.append([(f"({row[1]}) " if row[1] else "") + row[2], *cells])
        widths = [max(len(line[i]) for line in lines if i < len(line)) for i in range(len(columns) + 1)]
        body = [line[0] if len(line) == 1 else "  |  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in
                                                            enumerate(zip(line, widths))) for line in lines]
        width = max(map(len, body))
        return "\n".join([f"[{(' ' + (label or '') + ' ').center(width - 2, '-')}]", *body, "",
                          f"Times are in {dict(s='seconds', ms='milliseconds', us='microseconds', ns='nanoseconds')[unit]} "
                          f"({unit})."])

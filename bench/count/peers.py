"""The peers: the direct integer program of a case, solved by CP-SAT and HiGHS.

The direct model gives every person a number. x[v,p] says that person p is seen
in sighting v, used[p] that there is a person p at all:

    minimise   sum used[p]
    so that    low(v) <= sum_p x[v,p] <= high(v)
               x[u,p] <= x[v,p]                    u within v
               sum of x[v,p] over a clique <= used[p]    for cliques that cover all different pairs
               x[v,p] <= used[p]                   v in no such pair
               used[p] >= used[p+1]

The persons are as many as a greedy colouring needs, and the sightings of one
large clique are given their persons beforehand, which breaks most of the
symmetry. Each peer has all cores and the same time as atleast.
"""

import importlib
import json
import math
import os
import time

# Loaded one a process and before the clock starts: OR-tools and highspy each
# bring a HiGHS of their own, which do not get on.
MODULES = {"cpsat": "ortools.sat.python.cp_model", "highs": "highspy"}


class Model:
    """A case with numbered sightings."""

    def __init__(self, low, high, different, within):
        self.low, self.high, self.within = low, high, within
        self.n = len(low)
        self.apart = [set() for _ in range(self.n)]
        for a, b in different:
            self.apart[a].add(b)
            self.apart[b].add(a)

    @staticmethod
    def from_col(path):
        low, edges = [], set()
        for line in open(path):
            f = line.split()
            if f[:1] == ["p"]:
                low = [1] * int(f[2])
            elif f[:1] == ["n"]:
                low[int(f[1]) - 1] = int(f[2])
            elif f[:1] == ["e"]:
                a, b = int(f[1]) - 1, int(f[2]) - 1
                edges.add((min(a, b), max(a, b)))
        return Model(low, [None] * len(low), edges, [])

    def cliques(self):
        """Greedy cliques that together hold every different pair."""
        left = {(u, v) for u in range(self.n) for v in self.apart[u] if u < v}
        found = []
        while left:
            u, v = min(left)
            clique, common = [u, v], self.apart[u] & self.apart[v]
            while common:
                w = max(common, key=lambda x: (sum(((min(x, c), max(x, c)) in left) for c in clique), -x))
                clique.append(w)
                common &= self.apart[w]
            found.append(clique)
            left -= {(min(a, b), max(a, b)) for a in clique for b in clique}
        return found

    def heavy_clique(self):
        """A greedy clique with large lows, whose persons can be numbered beforehand."""
        best, most = [], -1
        for start in range(self.n):
            clique, common = [start], set(self.apart[start])
            while common:
                w = max(common, key=lambda x: (self.low[x] * (1 + len(self.apart[x] & common)), -x))
                clique.append(w)
                common &= self.apart[w]
            weight = sum(self.low[v] for v in clique)
            if weight > most:
                best, most = clique, weight
        return best

    def numbered(self):
        """The persons of that clique, numbered: (vertex, person) pairs."""
        pairs = []
        for v in self.heavy_clique():
            pairs += [(v, len(pairs) + i) for i in range(self.low[v])]
        return pairs

    def greedy(self):
        """How many persons a greedy multicolouring needs (without within and highs)."""
        colours = [set() for _ in range(self.n)]
        rest, total = set(range(self.n)), 0
        while rest:
            taken = lambda v: len(set().union(*[colours[u] for u in self.apart[v]]) if self.apart[v] else ())
            v = max(rest, key=lambda v: (taken(v) + self.low[v], len(self.apart[v]), -v))
            used = set().union(*[colours[u] for u in self.apart[v]]) if self.apart[v] else set()
            p = 0
            while len(colours[v]) < self.low[v]:
                if p not in used:
                    colours[v].add(p)
                p += 1
            total = max([total] + [c + 1 for c in colours[v]])
            rest.remove(v)
        return total


def cpsat(m, persons, limit, fix):
    """Solve with OR-tools CP-SAT: (lower bound, value or None, proven)."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    used = [model.new_bool_var("") for _ in range(persons)]
    x = [[model.new_bool_var("") for _ in range(persons)] for _ in range(m.n)]
    for v in range(m.n):
        model.add(sum(x[v]) >= m.low[v])
        if m.high[v] is not None:
            model.add(sum(x[v]) <= m.high[v])
        if not m.apart[v]:
            for p in range(persons):
                model.add_implication(x[v][p], used[p])
    for clique in m.cliques():
        for p in range(persons):
            model.add_at_most_one([x[v][p] for v in clique] + [~used[p]])
    for u, v in m.within:
        for p in range(persons):
            model.add_implication(x[u][p], x[v][p])
    for p in range(persons - 1):
        model.add_implication(used[p + 1], used[p])
    for v, p in fix:
        model.add(x[v][p] == 1)
    model.minimize(sum(used))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = os.cpu_count()
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return None, None, True
    if status == cp_model.OPTIMAL:
        return round(solver.objective_value), round(solver.objective_value), True
    value = round(solver.objective_value) if status == cp_model.FEASIBLE else None
    return max(0, round(solver.best_objective_bound)), value, False


def highs(m, persons, limit, fix):
    """Solve with HiGHS: (lower bound, value or None, proven)."""
    import highspy

    h = highspy.Highs()
    h.silent()
    h.setOptionValue("time_limit", float(limit))
    h.setOptionValue("threads", os.cpu_count())
    used = [h.addBinary() for _ in range(persons)]
    x = [[h.addBinary() for _ in range(persons)] for _ in range(m.n)]
    for v in range(m.n):
        h.addConstr(sum(x[v]) >= m.low[v])
        if m.high[v] is not None:
            h.addConstr(sum(x[v]) <= m.high[v])
        if not m.apart[v]:
            for p in range(persons):
                h.addConstr(x[v][p] <= used[p])
    for clique in m.cliques():
        for p in range(persons):
            h.addConstr(sum(x[v][p] for v in clique) <= used[p])
    for u, v in m.within:
        for p in range(persons):
            h.addConstr(x[u][p] <= x[v][p])
    for p in range(persons - 1):
        h.addConstr(used[p + 1] <= used[p])
    for v, p in fix:
        h.addConstr(x[v][p] >= 1)
    h.minimize(sum(used))
    status = h.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None, None, True
    info = h.getInfo()
    value = round(info.objective_function_value) if info.primal_solution_status == 2 else None
    if status == highspy.HighsModelStatus.kOptimal:
        return value, value, True
    bound = info.mip_dual_bound
    return (max(0, math.ceil(bound - 1e-6)) if math.isfinite(bound) else 0), value, False


def graph(path, name, limit):
    """Solve a .col file as the benchmark does; seconds hold building the model."""
    importlib.import_module(MODULES[name])
    m = Model.from_col(path)
    began = time.time()
    persons = m.greedy()
    bound, value, proven = {"cpsat": cpsat, "highs": highs}[name](m, persons, limit, m.numbered())
    return {"bound": bound, "value": value, "proven": proven, "seconds": time.time() - began}


def middle(path, limit):
    """Solve the middle cases with CP-SAT and count the agreements.

    One person more than the floor is allowed: a floor too high is found out by
    a smaller world, one too low by there being none.
    """
    agree, wrong, open_, clash = 0, 0, 0, 0
    for number, line in enumerate(open(path)):
        c = json.loads(line)
        m = Model(c["low"], c["high"], c["different"], c["within"])
        persons = sum(m.low) if c["floor"] is None else c["floor"] + 1
        numbered = m.numbered()
        bound, value, proven = cpsat(m, persons, limit, numbered if len(numbered) <= persons else [])
        if not proven:
            open_ += 1
        elif value == c["floor"] and (c["exact"] or value is None):
            agree += 1
            clash += value is None
        else:
            wrong += 1
            print(f"case {number}: atleast {c['floor']} exact {c['exact']}, CP-SAT {value}", flush=True)
    print("| middle cases | agreeing with CP-SAT | of these contradictions | disagreeing | CP-SAT out of time |")
    print("|--:|--:|--:|--:|--:|")
    print(f"| {agree + wrong + open_} | {agree} | {clash} | {wrong} | {open_} |")
    return wrong == 0

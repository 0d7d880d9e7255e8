"""Trees of containers: dictionaries, lists, tuples and what programs register, with any other object as a leaf."""
from collections import OrderedDict, defaultdict, deque

__all__ = ["LeafSpec", "PyTree", "TreeSpec", "register_pytree_node", "tree_all", "tree_any", "tree_flatten", "tree_leaves",
           "tree_map", "tree_map_", "tree_map_only", "tree_structure", "tree_unflatten"]

PyTree = object
_registered = {}


def register_pytree_node(cls, flatten_fn, unflatten_fn, *, serialized_type_name=None, to_dumpable_context=None,
                         from_dumpable_context=None, flatten_with_keys_fn=None):
    """Makes a class a container: `flatten_fn(x)` gives (children, context), `unflatten_fn(children, context)` x again."""
    if cls in _registered:
        raise ValueError(f"{cls} is already registered as pytree node.")
    _registered[cls] = (flatten_fn, unflatten_fn)


def _named(values):
    return isinstance(values, tuple) and hasattr(type(values), "_fields")


register_pytree_node(dict, lambda d: (list(d.values()), list(d)), lambda c, keys: dict(zip(keys, c)))
register_pytree_node(list, lambda v: (list(v), None), lambda c, _: list(c))
register_pytree_node(tuple, lambda v: (list(v), None), lambda c, _: tuple(c))
register_pytree_node(OrderedDict, lambda d: (list(d.values()), list(d)), lambda c, keys: OrderedDict(zip(keys, c)))
register_pytree_node(defaultdict, lambda d: (list(d.values()), (d.default_factory, list(d))),
                     lambda c, about: defaultdict(about[0], zip(about[1], c)))
register_pytree_node(deque, lambda d: (list(d), d.maxlen), lambda c, maxlen: deque(c, maxlen))


class TreeSpec:
    """The structure of a tree without its leaves."""
    __slots__ = ("type", "context", "children_specs", "num_leaves")

    def __init__(self, type, context, children_specs):
        self.type, self.context, self.children_specs = type, context, list(children_specs)
        self.num_leaves = sum(c.num_leaves for c in self.children_specs)

    def is_leaf(self):
        return self.type is None

    def children(self):
        return self.children_specs

    @property
    def num_children(self):
        return len(self.children_specs)

    def unflatten(self, leaves):
        return tree_unflatten(leaves, self)

    def __eq__(self, other):
        return (isinstance(other, TreeSpec) and self.type is other.type and self.context == other.context
                and self.children_specs == other.children_specs)

    def __hash__(self):
        return hash((self.type, len(self.children_specs)))

    def __repr__(self):
        if self.type is None:
            return "*"
        return f"TreeSpec({self.type.__name__}, {self.context}, {self.children_specs!r})"


class LeafSpec(TreeSpec):
    """A single leaf."""
    __slots__ = ()

    def __init__(self):
        super().__init__(None, None, ())
        self.num_leaves = 1


_LEAF = LeafSpec()


def _children(tree):
    """(type, children, context) of a container; None for a leaf."""
    cls = type(tree)
    found = _registered.get(cls)
    if found is None:
        return (cls, list(tree), cls) if _named(tree) else None
    children, context = found[0](tree)
    return cls, children, context


def _flatten(tree, leaves, is_leaf):
    found = None if is_leaf is not None and is_leaf(tree) else _children(tree)
    if found is None:
        leaves.append(tree)
        return _LEAF
    cls, children, context = found
    return TreeSpec(cls, context, [_flatten(c, leaves, is_leaf) for c in children])


def tree_flatten(tree, is_leaf=None):
    """(leaves, structure)."""
    leaves = []
    return leaves, _flatten(tree, leaves, is_leaf)


def tree_leaves(tree, is_leaf=None):
    return tree_flatten(tree, is_leaf)[0]


def tree_structure(tree, is_leaf=None):
    return tree_flatten(tree, is_leaf)[1]


def _build(spec, leaves):
    if spec.type is None:
        return next(leaves)
    children = [_build(c, leaves) for c in spec.children_specs]
    found = _registered.get(spec.type)
    return spec.context(*children) if found is None else found[1](children, spec.context)


def tree_unflatten(leaves, treespec):
    """The tree of this structure with these leaves."""
    leaves = list(leaves)
    if len(leaves) != treespec.num_leaves:
        raise ValueError(f"tree_unflatten(leaves, treespec): `leaves` has length {len(leaves)} but the spec refers to a pytree "
                         f"that holds {treespec.num_leaves} items ({treespec}).")
    return _build(treespec, iter(leaves))


def tree_map(func, tree, *rests, is_leaf=None):
    """The tree with `func` of each leaf, and of the corresponding ones of other trees of the same structure."""
    leaves, spec = tree_flatten(tree, is_leaf)
    others = [flatten_up_to(spec, r) for r in rests]
    return tree_unflatten([func(*values) for values in zip(leaves, *others)], spec)


def tree_map_(func, tree, *rests, is_leaf=None):
    """As `tree_map`, for what `func` does; gives the tree itself."""
    tree_map(func, tree, *rests, is_leaf=is_leaf)
    return tree


def tree_map_only(kinds, func, tree=None, is_leaf=None):
    """As `tree_map`, for leaves of some types alone."""
    return tree_map(lambda x: func(x) if isinstance(x, kinds) else x, tree, is_leaf=is_leaf)


def tree_all(pred, tree, is_leaf=None):
    return all(map(pred, tree_leaves(tree, is_leaf)))


def tree_any(pred, tree, is_leaf=None):
    return any(map(pred, tree_leaves(tree, is_leaf)))


def flatten_up_to(spec, tree):
    """The subtrees of `tree` at the leaves of a structure; ValueError where it does not begin with it."""
    if spec.type is None:
        return [tree]
    found = _children(tree)
    if found is None or found[0] is not spec.type or len(found[1]) != spec.num_children or found[2] != spec.context:
        raise ValueError(f"the trees do not have the same structure: {tree_structure(tree)} is not {spec}")
    return [x for c, t in zip(spec.children_specs, found[1]) for x in flatten_up_to(c, t)]


def broadcast_to_and_flatten(tree, spec, is_leaf=None):
    """The leaves of `tree` spread over a structure that it is a beginning of; None where it is none."""
    found = None if is_leaf is not None and is_leaf(tree) else _children(tree)
    if found is None:
        return [tree] * spec.num_leaves
    if spec.type is None or found[0] is not spec.type or len(found[1]) != spec.num_children or found[2] != spec.context:
        return None
    result = []
    for t, c in zip(found[1], spec.children_specs):
        part = broadcast_to_and_flatten(t, c, is_leaf)
        if part is None:
            return None
        result.extend(part)
    return result


_broadcast_to_and_flatten = broadcast_to_and_flatten

"""Feature extractors cut out of models need a graph tracer, which is not here; forward hooks do the same."""

__all__ = ["NodePathTracer", "create_feature_extractor", "get_graph_node_names"]


def create_feature_extractor(model, return_nodes=None, train_return_nodes=None, eval_return_nodes=None,
                             tracer_kwargs=None, suppress_diff_warning=False, concrete_args=None):
    """Always raises: register forward hooks on the modules instead."""
    raise NotImplementedError("create_feature_extractor needs torch.fx, which is not available; use "
                              "Module.register_forward_hook to keep the outputs of modules")


def get_graph_node_names(model, tracer_kwargs=None, suppress_diff_warning=False, concrete_args=None):
    """Always raises: Module.named_modules lists what hooks can be registered on."""
    raise NotImplementedError("get_graph_node_names needs torch.fx, which is not available; Module.named_modules lists "
                              "the modules")


class NodePathTracer:
    """Always raises when made: there is no graph tracer."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("NodePathTracer needs torch.fx, which is not available")

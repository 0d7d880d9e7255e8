"""torch.distributed in one process: no process group can be made, and what needs one says so as PyTorch does without one."""
import os

__all__ = ["all_gather", "all_reduce", "barrier", "broadcast", "destroy_process_group", "get_backend", "get_rank",
           "get_world_size", "init_process_group", "is_available", "is_gloo_available", "is_initialized", "is_mpi_available",
           "is_nccl_available", "is_torchelastic_launched", "is_ucc_available", "new_group"]


def is_available():
    """False: Emberwing computes in one process."""
    return False


def is_initialized():
    """Whether the default process group has been made."""
    return False


def is_gloo_available():
    return False


def is_mpi_available():
    return False


def is_nccl_available():
    return False


def is_ucc_available():
    return False


def is_torchelastic_launched():
    """Whether torchrun started this process."""
    return os.getenv("TORCHELASTIC_RUN_ID") is not None


def _no_group(*_):
    raise ValueError("Default process group has not been initialized, please make sure to call init_process_group.")


def init_process_group(backend=None, init_method=None, timeout=None, world_size=-1, rank=-1, store=None, group_name="",
                       pg_options=None, device_id=None, _ranks=None, enable_reconfigure=False):
    """Not possible: Emberwing computes in one process."""
    raise NotImplementedError("torch.distributed.init_process_group: Emberwing computes in one process, without process groups")


def destroy_process_group(group=None):
    """Ends the default process group, which is never there."""
    raise AssertionError("Process group cannot be None")


def new_group(ranks=None, timeout=None, backend=None, pg_options=None, use_local_synchronization=False, group_desc=None,
              device_id=None, sort_ranks=True):
    """Raises: a group is a part of the default process group."""
    _no_group()


def get_backend(group=None):
    """Raises: there is no process group."""
    _no_group()


def get_rank(group=None):
    """Raises: there is no process group."""
    _no_group()


def get_world_size(group=None):
    """Raises: there is no process group."""
    _no_group()


def barrier(group=None, async_op=False, device_ids=None, timeout=None):
    """Raises: there is no process group."""
    _no_group()


def all_reduce(tensor, op=None, group=None, async_op=False):
    """Raises: there is no process group."""
    _no_group()


def all_gather(tensor_list, tensor, group=None, async_op=False):
    """Raises: there is no process group."""
    _no_group()


def broadcast(tensor, src=None, group=None, async_op=False, group_src=None):
    """Raises: there is no process group."""
    _no_group()

"""torch.utils.model_zoo: the older name of part of torch.hub."""
from ..hub import load_state_dict_from_url

load_url = load_state_dict_from_url

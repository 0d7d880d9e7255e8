# Written by emberwing-codegen from the op registry. Do not edit; run `make generate`.

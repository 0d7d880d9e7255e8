/* Written by emberwing-codegen from the op registry. Do not edit; run `make generate`.
 *
 * Every operator, named and ordered as in PyTorch. An op with one result returns it, a new reference, NULL on failure;
 * one with several writes new references through out_ parameters. `_scalar` forms take a number where the others take
 * a tensor; forms that end in an underscore change their first argument. Lists are freed with ew_tensors_free.
 */
#ifndef EMBERWING_OPS_H
#define EMBERWING_OPS_H

#include "emberwing.h"

#ifdef __cplusplus
extern "C" {
#endif

/* `input + alpha * other`, elementwise with broadcasting. PyTorch's defaults: alpha=1. */
ew_tensor *ew_add(ew_tensor *input, ew_tensor *other, const ew_scalar *alpha);
ew_tensor *ew_add_scalar(ew_tensor *input, const ew_scalar *other, const ew_scalar *alpha);
ew_status ew_add_(ew_tensor *input, ew_tensor *other, const ew_scalar *alpha);
ew_status ew_add_scalar_(ew_tensor *input, const ew_scalar *other, const ew_scalar *alpha);

/* `input - alpha * other`, elementwise with broadcasting. PyTorch's defaults: alpha=1. */
ew_tensor *ew_sub(ew_tensor *input, ew_tensor *other, const ew_scalar *alpha);
ew_tensor *ew_sub_scalar(ew_tensor *input, const ew_scalar *other, const ew_scalar *alpha);
ew_status ew_sub_(ew_tensor *input, ew_tensor *other, const ew_scalar *alpha);
ew_status ew_sub_scalar_(ew_tensor *input, const ew_scalar *other, const ew_scalar *alpha);

/* `input * other`, elementwise with broadcasting. */
ew_tensor *ew_mul(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_mul_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_mul_(ew_tensor *input, ew_tensor *other);
ew_status ew_mul_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input / other`, elementwise; true division unless rounding_mode is 'floor' or 'trunc'. PyTorch's defaults: rounding_mode=None. */
ew_tensor *ew_div(ew_tensor *input, ew_tensor *other, const char *rounding_mode);
ew_tensor *ew_div_scalar(ew_tensor *input, const ew_scalar *other, const char *rounding_mode);
ew_status ew_div_(ew_tensor *input, ew_tensor *other, const char *rounding_mode);
ew_status ew_div_scalar_(ew_tensor *input, const ew_scalar *other, const char *rounding_mode);

/* `-input`, elementwise. */
ew_tensor *ew_neg(ew_tensor *input);
ew_status ew_neg_(ew_tensor *input);

/* `e ** input`, elementwise. */
ew_tensor *ew_exp(ew_tensor *input);
ew_status ew_exp_(ew_tensor *input);

/* `2 ** input`, elementwise. */
ew_tensor *ew_exp2(ew_tensor *input);
ew_status ew_exp2_(ew_tensor *input);

/* `e ** input - 1`, elementwise, exact near 0. */
ew_tensor *ew_expm1(ew_tensor *input);
ew_status ew_expm1_(ew_tensor *input);

/* Natural logarithm, elementwise. */
ew_tensor *ew_log(ew_tensor *input);
ew_status ew_log_(ew_tensor *input);

/* Logarithm to base 2, elementwise. */
ew_tensor *ew_log2(ew_tensor *input);
ew_status ew_log2_(ew_tensor *input);

/* Logarithm to base 10, elementwise. */
ew_tensor *ew_log10(ew_tensor *input);
ew_status ew_log10_(ew_tensor *input);

/* `log(1 + input)`, elementwise, exact near 0. */
ew_tensor *ew_log1p(ew_tensor *input);
ew_status ew_log1p_(ew_tensor *input);

/* Square root, elementwise. */
ew_tensor *ew_sqrt(ew_tensor *input);
ew_status ew_sqrt_(ew_tensor *input);

/* `1 / sqrt(input)`, elementwise. */
ew_tensor *ew_rsqrt(ew_tensor *input);
ew_status ew_rsqrt_(ew_tensor *input);

/* `1 / input`, elementwise. */
ew_tensor *ew_reciprocal(ew_tensor *input);
ew_status ew_reciprocal_(ew_tensor *input);

/* Absolute value, elementwise. */
ew_tensor *ew_abs(ew_tensor *input);
ew_status ew_abs_(ew_tensor *input);

/* `input * input`, elementwise. */
ew_tensor *ew_square(ew_tensor *input);
ew_status ew_square_(ew_tensor *input);

/* -1, 0 or 1 by the sign of each element. */
ew_tensor *ew_sign(ew_tensor *input);
ew_status ew_sign_(ew_tensor *input);

/* Sine, elementwise. */
ew_tensor *ew_sin(ew_tensor *input);
ew_status ew_sin_(ew_tensor *input);

/* Cosine, elementwise. */
ew_tensor *ew_cos(ew_tensor *input);
ew_status ew_cos_(ew_tensor *input);

/* Tangent, elementwise. */
ew_tensor *ew_tan(ew_tensor *input);
ew_status ew_tan_(ew_tensor *input);

/* Inverse sine, elementwise. */
ew_tensor *ew_asin(ew_tensor *input);
ew_status ew_asin_(ew_tensor *input);

/* Inverse cosine, elementwise. */
ew_tensor *ew_acos(ew_tensor *input);
ew_status ew_acos_(ew_tensor *input);

/* Inverse tangent, elementwise. */
ew_tensor *ew_atan(ew_tensor *input);
ew_status ew_atan_(ew_tensor *input);

/* Hyperbolic sine, elementwise. */
ew_tensor *ew_sinh(ew_tensor *input);
ew_status ew_sinh_(ew_tensor *input);

/* Hyperbolic cosine, elementwise. */
ew_tensor *ew_cosh(ew_tensor *input);
ew_status ew_cosh_(ew_tensor *input);

/* Inverse hyperbolic sine, elementwise. */
ew_tensor *ew_asinh(ew_tensor *input);
ew_status ew_asinh_(ew_tensor *input);

/* Inverse hyperbolic cosine, elementwise. */
ew_tensor *ew_acosh(ew_tensor *input);
ew_status ew_acosh_(ew_tensor *input);

/* Inverse hyperbolic tangent, elementwise. */
ew_tensor *ew_atanh(ew_tensor *input);
ew_status ew_atanh_(ew_tensor *input);

/* Error function, elementwise. */
ew_tensor *ew_erf(ew_tensor *input);
ew_status ew_erf_(ew_tensor *input);

/* `1 - erf(input)`, elementwise, exact for large inputs. */
ew_tensor *ew_erfc(ew_tensor *input);
ew_status ew_erfc_(ew_tensor *input);

/* Logarithm of |Γ(input)|, elementwise. */
ew_tensor *ew_lgamma(ew_tensor *input);
ew_status ew_lgamma_(ew_tensor *input);

/* Derivative of lgamma, elementwise. */
ew_tensor *ew_digamma(ew_tensor *input);
ew_status ew_digamma_(ew_tensor *input);

/* The n-th derivative of digamma, elementwise. */
ew_tensor *ew_polygamma(int64_t n, ew_tensor *input);

/* The largest whole number not above each element. */
ew_tensor *ew_floor(ew_tensor *input);
ew_status ew_floor_(ew_tensor *input);

/* The smallest whole number not below each element. */
ew_tensor *ew_ceil(ew_tensor *input);
ew_status ew_ceil_(ew_tensor *input);

/* The whole part, towards zero. */
ew_tensor *ew_trunc(ew_tensor *input);
ew_status ew_trunc_(ew_tensor *input);

/* `input - trunc(input)`, elementwise. */
ew_tensor *ew_frac(ew_tensor *input);
ew_status ew_frac_(ew_tensor *input);

/* The nearest multiple of 10 ** -decimals, ties to even. PyTorch's defaults: decimals=0. */
ew_tensor *ew_round(ew_tensor *input, int64_t decimals);
ew_status ew_round_(ew_tensor *input, int64_t decimals);

/* True where an element is NaN. */
ew_tensor *ew_isnan(ew_tensor *input);

/* True where an element is infinite. */
ew_tensor *ew_isinf(ew_tensor *input);

/* True where an element is neither infinite nor NaN. */
ew_tensor *ew_isfinite(ew_tensor *input);

/* True where an element is +inf. */
ew_tensor *ew_isposinf(ew_tensor *input);

/* True where an element is -inf. */
ew_tensor *ew_isneginf(ew_tensor *input);

/* True where the sign bit is set. */
ew_tensor *ew_signbit(ew_tensor *input);

/* True where an element is zero. */
ew_tensor *ew_logical_not(ew_tensor *input);
ew_status ew_logical_not_(ew_tensor *input);

/* Bits inverted; logical not for bool. */
ew_tensor *ew_bitwise_not(ew_tensor *input);
ew_status ew_bitwise_not_(ew_tensor *input);

/* The input itself (`+input`). */
ew_tensor *ew_positive(ew_tensor *input);

/* `input == other`, elementwise. */
ew_tensor *ew_eq(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_eq_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_eq_(ew_tensor *input, ew_tensor *other);
ew_status ew_eq_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input != other`, elementwise. */
ew_tensor *ew_ne(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_ne_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_ne_(ew_tensor *input, ew_tensor *other);
ew_status ew_ne_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input < other`, elementwise. */
ew_tensor *ew_lt(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_lt_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_lt_(ew_tensor *input, ew_tensor *other);
ew_status ew_lt_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input <= other`, elementwise. */
ew_tensor *ew_le(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_le_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_le_(ew_tensor *input, ew_tensor *other);
ew_status ew_le_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input > other`, elementwise. */
ew_tensor *ew_gt(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_gt_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_gt_(ew_tensor *input, ew_tensor *other);
ew_status ew_gt_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input >= other`, elementwise. */
ew_tensor *ew_ge(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_ge_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_ge_(ew_tensor *input, ew_tensor *other);
ew_status ew_ge_scalar_(ew_tensor *input, const ew_scalar *other);

/* True where both are nonzero. */
ew_tensor *ew_logical_and(ew_tensor *input, ew_tensor *other);
ew_status ew_logical_and_(ew_tensor *input, ew_tensor *other);

/* True where at least one is nonzero. */
ew_tensor *ew_logical_or(ew_tensor *input, ew_tensor *other);
ew_status ew_logical_or_(ew_tensor *input, ew_tensor *other);

/* True where exactly one is nonzero. */
ew_tensor *ew_logical_xor(ew_tensor *input, ew_tensor *other);
ew_status ew_logical_xor_(ew_tensor *input, ew_tensor *other);

/* Bitwise and; logical for bool. */
ew_tensor *ew_bitwise_and(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_bitwise_and_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_bitwise_and_(ew_tensor *input, ew_tensor *other);
ew_status ew_bitwise_and_scalar_(ew_tensor *input, const ew_scalar *other);

/* Bitwise or; logical for bool. */
ew_tensor *ew_bitwise_or(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_bitwise_or_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_bitwise_or_(ew_tensor *input, ew_tensor *other);
ew_status ew_bitwise_or_scalar_(ew_tensor *input, const ew_scalar *other);

/* Bitwise exclusive or; logical for bool. */
ew_tensor *ew_bitwise_xor(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_bitwise_xor_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_bitwise_xor_(ew_tensor *input, ew_tensor *other);
ew_status ew_bitwise_xor_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input << other`, elementwise. */
ew_tensor *ew_bitwise_left_shift(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_bitwise_left_shift_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_bitwise_left_shift_(ew_tensor *input, ew_tensor *other);
ew_status ew_bitwise_left_shift_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input >> other`, elementwise. */
ew_tensor *ew_bitwise_right_shift(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_bitwise_right_shift_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_bitwise_right_shift_(ew_tensor *input, ew_tensor *other);
ew_status ew_bitwise_right_shift_scalar_(ew_tensor *input, const ew_scalar *other);

/* True where `|input - other| <= atol + rtol * |other|`. PyTorch's defaults: rtol=1e-05, atol=1e-08, equal_nan=False. */
ew_tensor *ew_isclose(ew_tensor *input, ew_tensor *other, double rtol, double atol, bool equal_nan);

/* A 0-d bool: whether `isclose` holds everywhere. PyTorch's defaults: rtol=1e-05, atol=1e-08, equal_nan=False. */
ew_tensor *ew_allclose(ew_tensor *input, ew_tensor *other, double rtol, double atol, bool equal_nan);

/* A 0-d bool: same shape and equal elements. */
ew_tensor *ew_equal(ew_tensor *input, ew_tensor *other);

/* The larger of each two elements; NaN wins. */
ew_tensor *ew_maximum(ew_tensor *input, ew_tensor *other);

/* The smaller of each two elements; NaN wins. */
ew_tensor *ew_minimum(ew_tensor *input, ew_tensor *other);

/* The larger of each two elements; NaN loses. */
ew_tensor *ew_fmax(ew_tensor *input, ew_tensor *other);

/* The smaller of each two elements; NaN loses. */
ew_tensor *ew_fmin(ew_tensor *input, ew_tensor *other);

/* The angle of the point (other, input), elementwise. */
ew_tensor *ew_atan2(ew_tensor *input, ew_tensor *other);
ew_status ew_atan2_(ew_tensor *input, ew_tensor *other);

/* `sqrt(input ** 2 + other ** 2)`, elementwise. */
ew_tensor *ew_hypot(ew_tensor *input, ew_tensor *other);
ew_status ew_hypot_(ew_tensor *input, ew_tensor *other);

/* |input| with the sign of other. */
ew_tensor *ew_copysign(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_copysign_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_copysign_(ew_tensor *input, ew_tensor *other);
ew_status ew_copysign_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input % other` with the sign of other, elementwise. */
ew_tensor *ew_remainder(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_remainder_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_remainder_(ew_tensor *input, ew_tensor *other);
ew_status ew_remainder_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input % other` with the sign of input, elementwise. */
ew_tensor *ew_fmod(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_fmod_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_fmod_(ew_tensor *input, ew_tensor *other);
ew_status ew_fmod_scalar_(ew_tensor *input, const ew_scalar *other);

/* `floor(input / other)`, elementwise. */
ew_tensor *ew_floor_divide(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_floor_divide_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_floor_divide_(ew_tensor *input, ew_tensor *other);
ew_status ew_floor_divide_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input / other`, elementwise. */
ew_tensor *ew_true_divide(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_true_divide_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_true_divide_(ew_tensor *input, ew_tensor *other);
ew_status ew_true_divide_scalar_(ew_tensor *input, const ew_scalar *other);

/* `other - alpha * input`, elementwise. PyTorch's defaults: alpha=1. */
ew_tensor *ew_rsub(ew_tensor *input, ew_tensor *other, const ew_scalar *alpha);
ew_tensor *ew_rsub_scalar(ew_tensor *input, const ew_scalar *other, const ew_scalar *alpha);

/* `input ** exponent`, elementwise. */
ew_tensor *ew_pow(ew_tensor *input, ew_tensor *exponent);
ew_tensor *ew_pow_scalar(ew_tensor *input, const ew_scalar *exponent);
ew_status ew_pow_(ew_tensor *input, ew_tensor *exponent);
ew_status ew_pow_scalar_(ew_tensor *input, const ew_scalar *exponent);

/* `self ** exponent` for a number self. */
ew_tensor *ew_pow_base(const ew_scalar *input, ew_tensor *exponent);

/* `input ** exponent` in float64. */
ew_tensor *ew_float_power(ew_tensor *input, ew_tensor *exponent);
ew_tensor *ew_float_power_scalar(ew_tensor *input, const ew_scalar *exponent);
ew_status ew_float_power_(ew_tensor *input, ew_tensor *exponent);
ew_status ew_float_power_scalar_(ew_tensor *input, const ew_scalar *exponent);

/* `input * log(other)`, 0 where input is 0. */
ew_tensor *ew_xlogy(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_xlogy_scalar(ew_tensor *input, const ew_scalar *other);
ew_status ew_xlogy_(ew_tensor *input, ew_tensor *other);
ew_status ew_xlogy_scalar_(ew_tensor *input, const ew_scalar *other);

/* `input * log(other)`, 0 where input is 0. */
ew_tensor *ew_special_xlogy(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_special_xlogy_scalar(ew_tensor *input, const ew_scalar *other);

/* `input + weight * (end - input)`. */
ew_tensor *ew_lerp(ew_tensor *input, ew_tensor *end, ew_tensor *weight);
ew_tensor *ew_lerp_scalar(ew_tensor *input, ew_tensor *end, const ew_scalar *weight);
ew_status ew_lerp_(ew_tensor *input, ew_tensor *end, ew_tensor *weight);
ew_status ew_lerp_scalar_(ew_tensor *input, ew_tensor *end, const ew_scalar *weight);

/* `input + value * tensor1 * tensor2`. PyTorch's defaults: value=1. */
ew_tensor *ew_addcmul(ew_tensor *input, ew_tensor *tensor1, ew_tensor *tensor2, const ew_scalar *value);
ew_status ew_addcmul_(ew_tensor *input, ew_tensor *tensor1, ew_tensor *tensor2, const ew_scalar *value);

/* `input + value * tensor1 / tensor2`. PyTorch's defaults: value=1. */
ew_tensor *ew_addcdiv(ew_tensor *input, ew_tensor *tensor1, ew_tensor *tensor2, const ew_scalar *value);
ew_status ew_addcdiv_(ew_tensor *input, ew_tensor *tensor1, ew_tensor *tensor2, const ew_scalar *value);

/* Elements limited to [min, max]. PyTorch's defaults: min=None, max=None. */
ew_tensor *ew_clamp(ew_tensor *input, const ew_scalar *min, const ew_scalar *max);
ew_status ew_clamp_(ew_tensor *input, const ew_scalar *min, const ew_scalar *max);

/* Elements limited to [min, max], elementwise bounds. PyTorch's defaults: min=None, max=None. */
ew_tensor *ew_clamp_Tensor(ew_tensor *input, ew_tensor *min, ew_tensor *max);
ew_status ew_clamp_Tensor_(ew_tensor *input, ew_tensor *min, ew_tensor *max);

/* Elements not below min. */
ew_tensor *ew_clamp_min(ew_tensor *input, ew_tensor *min);
ew_tensor *ew_clamp_min_scalar(ew_tensor *input, const ew_scalar *min);
ew_status ew_clamp_min_(ew_tensor *input, ew_tensor *min);
ew_status ew_clamp_min_scalar_(ew_tensor *input, const ew_scalar *min);

/* Elements not above max. */
ew_tensor *ew_clamp_max(ew_tensor *input, ew_tensor *max);
ew_tensor *ew_clamp_max_scalar(ew_tensor *input, const ew_scalar *max);
ew_status ew_clamp_max_(ew_tensor *input, ew_tensor *max);
ew_status ew_clamp_max_scalar_(ew_tensor *input, const ew_scalar *max);

/* `input` where condition holds, else `other`; all broadcast. */
ew_tensor *ew_where(ew_tensor *condition, ew_tensor *input, ew_tensor *other);
ew_tensor *ew_where_scalar(ew_tensor *condition, ew_tensor *input, const ew_scalar *other);

/* `value` where mask holds, else `input`. */
ew_tensor *ew_masked_fill(ew_tensor *input, ew_tensor *mask, ew_tensor *value);
ew_tensor *ew_masked_fill_scalar(ew_tensor *input, ew_tensor *mask, const ew_scalar *value);
ew_status ew_masked_fill_(ew_tensor *input, ew_tensor *mask, ew_tensor *value);
ew_status ew_masked_fill_scalar_(ew_tensor *input, ew_tensor *mask, const ew_scalar *value);

/* `1 / (1 + exp(-input))`, elementwise. */
ew_tensor *ew_sigmoid(ew_tensor *input);
ew_status ew_sigmoid_(ew_tensor *input);

/* Hyperbolic tangent, elementwise. */
ew_tensor *ew_tanh(ew_tensor *input);
ew_status ew_tanh_(ew_tensor *input);

/* `max(input, 0)`, elementwise. */
ew_tensor *ew_relu(ew_tensor *input);
ew_status ew_relu_(ew_tensor *input);

/* `min(max(input, 0), 6)`, elementwise. */
ew_tensor *ew_relu6(ew_tensor *input);
ew_status ew_relu6_(ew_tensor *input);

/* `input * sigmoid(input)`, elementwise. */
ew_tensor *ew_silu(ew_tensor *input);
ew_status ew_silu_(ew_tensor *input);

/* `input * tanh(softplus(input))`, elementwise. */
ew_tensor *ew_mish(ew_tensor *input);
ew_status ew_mish_(ew_tensor *input);

/* `input * relu6(input + 3) / 6`, elementwise. */
ew_tensor *ew_hardswish(ew_tensor *input);
ew_status ew_hardswish_(ew_tensor *input);

/* `relu6(input + 3) / 6`, elementwise. */
ew_tensor *ew_hardsigmoid(ew_tensor *input);
ew_status ew_hardsigmoid_(ew_tensor *input);

/* `log(sigmoid(input))`, elementwise. */
ew_tensor *ew_logsigmoid(ew_tensor *input);

/* `input / (1 + |input|)`, elementwise. */
ew_tensor *ew_softsign(ew_tensor *input);

/* `input - tanh(input)`, elementwise. */
ew_tensor *ew_tanhshrink(ew_tensor *input);

/* ELU with the self-normalising scale and alpha. */
ew_tensor *ew_selu(ew_tensor *input);
ew_status ew_selu_(ew_tensor *input);

/* `max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`, elementwise. PyTorch's defaults: alpha=1.0. */
ew_tensor *ew_celu(ew_tensor *input, double alpha);
ew_status ew_celu_(ew_tensor *input, double alpha);

/* `input` where positive, else `alpha * (exp(input) - 1)`. PyTorch's defaults: alpha=1.0. */
ew_tensor *ew_elu(ew_tensor *input, double alpha);
ew_status ew_elu_(ew_tensor *input, double alpha);

/* `input` where positive, else `negative_slope * input`. PyTorch's defaults: negative_slope=0.01. */
ew_tensor *ew_leaky_relu(ew_tensor *input, double negative_slope);
ew_status ew_leaky_relu_(ew_tensor *input, double negative_slope);

/* Elements limited to [min_val, max_val]. PyTorch's defaults: min_val=-1.0, max_val=1.0. */
ew_tensor *ew_hardtanh(ew_tensor *input, double min_val, double max_val);
ew_status ew_hardtanh_(ew_tensor *input, double min_val, double max_val);

/* `input * Φ(input)` with the normal distribution function Φ. PyTorch's defaults: approximate='none'. */
ew_tensor *ew_gelu(ew_tensor *input, const char *approximate);

/* `log(1 + exp(beta * input)) / beta`, elementwise. PyTorch's defaults: beta=1.0, threshold=20.0. */
ew_tensor *ew_softplus(ew_tensor *input, double beta, double threshold);

/* Elements moved towards 0 by lambd, 0 within. PyTorch's defaults: lambd=0.5. */
ew_tensor *ew_softshrink(ew_tensor *input, double lambd);

/* Elements of absolute value at most lambd become 0. PyTorch's defaults: lambd=0.5. */
ew_tensor *ew_hardshrink(ew_tensor *input, double lambd);

/* `input` where above threshold, else value. */
ew_tensor *ew_threshold(ew_tensor *input, const ew_scalar *threshold, const ew_scalar *value);
ew_status ew_threshold_(ew_tensor *input, const ew_scalar *threshold, const ew_scalar *value);

/* `input` where positive, else `weight * input`, one weight a channel. */
ew_tensor *ew_prelu(ew_tensor *input, ew_tensor *weight);

/* The first half along dim times the sigmoid of the second. PyTorch's defaults: dim=-1. */
ew_tensor *ew_glu(ew_tensor *input, int64_t dim);

/* Gradient of `sigmoid`. */
ew_tensor *ew_sigmoid_backward(ew_tensor *grad_output, ew_tensor *output);

/* Gradient of `tanh`. */
ew_tensor *ew_tanh_backward(ew_tensor *grad_output, ew_tensor *output);

/* Gradient of `silu`. */
ew_tensor *ew_silu_backward(ew_tensor *grad_output, ew_tensor *input);

/* Gradient of `mish`. */
ew_tensor *ew_mish_backward(ew_tensor *grad_output, ew_tensor *input);

/* Gradient of `hardswish`. */
ew_tensor *ew_hardswish_backward(ew_tensor *grad_output, ew_tensor *input);

/* Gradient of `hardsigmoid`. */
ew_tensor *ew_hardsigmoid_backward(ew_tensor *grad_output, ew_tensor *input);

/* Gradient of `threshold` and `relu`. */
ew_tensor *ew_threshold_backward(ew_tensor *grad_output, ew_tensor *input, double threshold);

/* Gradient of `leaky_relu`. */
ew_tensor *ew_leaky_relu_backward(ew_tensor *grad_output, ew_tensor *input, double negative_slope);

/* Gradient of `elu`. */
ew_tensor *ew_elu_backward(ew_tensor *grad_output, ew_tensor *input, double alpha, double scale, double input_scale);

/* Gradient of `gelu`. PyTorch's defaults: approximate='none'. */
ew_tensor *ew_gelu_backward(ew_tensor *grad_output, ew_tensor *input, const char *approximate);

/* Gradient of `softplus`. */
ew_tensor *ew_softplus_backward(ew_tensor *grad_output, ew_tensor *input, double beta, double threshold);

/* Mean of `(input - target) ** 2`. PyTorch's defaults: reduction='mean', weight=None. */
ew_tensor *ew_mse_loss(ew_tensor *input, ew_tensor *target, const char *reduction, ew_tensor *weight);

/* Mean of `|input - target|`. PyTorch's defaults: reduction='mean', weight=None. */
ew_tensor *ew_l1_loss(ew_tensor *input, ew_tensor *target, const char *reduction, ew_tensor *weight);

/* Mean of a loss quadratic below beta and linear above. PyTorch's defaults: reduction='mean', beta=1.0. */
ew_tensor *ew_smooth_l1_loss(ew_tensor *input, ew_tensor *target, const char *reduction, double beta);

/* Mean of a loss quadratic below delta and linear, with slope delta, above. PyTorch's defaults: reduction='mean', delta=1.0, weight=None. */
ew_tensor *ew_huber_loss(ew_tensor *input, ew_tensor *target, const char *reduction, double delta, ew_tensor *weight);

/* Mean of `-(target * log(input) + (1 - target) * log(1 - input))`. PyTorch's defaults: weight=None, reduction='mean'. */
ew_tensor *ew_binary_cross_entropy(ew_tensor *input, ew_tensor *target, ew_tensor *weight, const char *reduction);

/* Binary cross entropy of `sigmoid(input)`, stable for any input. PyTorch's defaults: weight=None, reduction='mean', pos_weight=None. */
ew_tensor *ew_binary_cross_entropy_with_logits(ew_tensor *input, ew_tensor *target, ew_tensor *weight,
    const char *reduction, ew_tensor *pos_weight);

/* Mean of `target * (log(target) - input)`; input holds log-probabilities. PyTorch's defaults: reduction='mean', log_target=False. */
ew_tensor *ew_kl_div(ew_tensor *input, ew_tensor *target, const char *reduction, bool log_target);

/* Mean of `log(1 + exp(-target * input))`. PyTorch's defaults: reduction='mean'. */
ew_tensor *ew_soft_margin_loss(ew_tensor *input, ew_tensor *target, const char *reduction);

/* Mean of input where target is 1, of `max(0, margin - input)` where it is -1. PyTorch's defaults: margin=1.0, reduction='mean'. */
ew_tensor *ew_hinge_embedding_loss(ew_tensor *input, ew_tensor *target, double margin, const char *reduction);

/* Mean of `max(0, -target * (input1 - input2) + margin)`. PyTorch's defaults: margin=0.0, reduction='mean'. */
ew_tensor *ew_margin_ranking_loss(ew_tensor *input1, ew_tensor *input2, ew_tensor *target, double margin,
    const char *reduction);

/* Mean of `exp(input) - target * input`: the negative log likelihood of Poisson counts. PyTorch's defaults: log_input=True, full=False, eps=1e-08, reduction='mean'. */
ew_tensor *ew_poisson_nll_loss(ew_tensor *input, ew_tensor *target, bool log_input, bool full, double eps,
    const char *reduction);

/* Elementwise gradient of `mse_loss`. */
ew_tensor *ew_mse_loss_backward(ew_tensor *grad_output, ew_tensor *input, ew_tensor *target);

/* Elementwise gradient of `smooth_l1_loss`. */
ew_tensor *ew_smooth_l1_loss_backward(ew_tensor *grad_output, ew_tensor *input, ew_tensor *target, double beta);

/* Elementwise gradient of `huber_loss`. */
ew_tensor *ew_huber_loss_backward(ew_tensor *grad_output, ew_tensor *input, ew_tensor *target, double delta);

/* Elementwise gradient of `binary_cross_entropy`. */
ew_tensor *ew_binary_cross_entropy_backward(ew_tensor *grad_output, ew_tensor *input, ew_tensor *target);

/* Elementwise gradient of `binary_cross_entropy_with_logits`. */
ew_tensor *ew_binary_cross_entropy_with_logits_backward(ew_tensor *grad_output, ew_tensor *input, ew_tensor *target);

/* Weighted mean of `-input[n, target[n]]` for log-probabilities [C], [N, C] or [N, C, d…]. PyTorch's defaults: weight=None, ignore_index=-100, reduction='mean'. */
ew_tensor *ew_nll_loss(ew_tensor *input, ew_tensor *target, ew_tensor *weight, int64_t ignore_index,
    const char *reduction);

/* Gradient of `nll_loss` for an input of the given size. PyTorch's defaults: weight=None, ignore_index=-100, reduction='mean'. */
ew_tensor *ew_nll_loss_backward(ew_tensor *grad_output, const int64_t *size, size_t size_count, ew_tensor *target,
    ew_tensor *weight, int64_t ignore_index, const char *reduction);

/* Mean of `-log(softmax(input)[target])`; target holds class indices or probabilities. PyTorch's defaults: weight=None, ignore_index=-100, reduction='mean', label_smoothing=0.0. */
ew_tensor *ew_cross_entropy(ew_tensor *input, ew_tensor *target, ew_tensor *weight, int64_t ignore_index,
    const char *reduction, double label_smoothing);

/* The inverse of erf, elementwise. */
ew_tensor *ew_erfinv(ew_tensor *input);
ew_status ew_erfinv_(ew_tensor *input);

/* `sin(π input) / (π input)`, 1 at 0. */
ew_tensor *ew_sinc(ew_tensor *input);
ew_status ew_sinc_(ew_tensor *input);

/* Modified Bessel function of order 0. */
ew_tensor *ew_i0(ew_tensor *input);
ew_status ew_i0_(ew_tensor *input);

/* `log(input / (1 - input))`, of the input limited to [eps, 1 - eps]. PyTorch's defaults: eps=None. */
ew_tensor *ew_logit(ew_tensor *input, const double *eps);
ew_status ew_logit_(ew_tensor *input, const double *eps);

/* `log(input / (1 - input))`, of the input limited to [eps, 1 - eps]. PyTorch's defaults: eps=None. */
ew_tensor *ew_special_logit(ew_tensor *input, const double *eps);

/* `exp(input ** 2) * erfc(input)`. */
ew_tensor *ew_special_erfcx(ew_tensor *input);

/* The standard normal distribution function. */
ew_tensor *ew_special_ndtr(ew_tensor *input);

/* Logarithm of the standard normal distribution function. */
ew_tensor *ew_special_log_ndtr(ew_tensor *input);

/* The inverse of `ndtr`. */
ew_tensor *ew_special_ndtri(ew_tensor *input);

/* `-input * log(input)`, 0 at 0, -inf below. */
ew_tensor *ew_special_entr(ew_tensor *input);

/* `exp(-|input|) * i0(input)`. */
ew_tensor *ew_special_i0e(ew_tensor *input);

/* Modified Bessel function of order 1. */
ew_tensor *ew_special_i1(ew_tensor *input);

/* `exp(-|input|) * i1(input)`. */
ew_tensor *ew_special_i1e(ew_tensor *input);

/* Modified Bessel function I of order 0. */
ew_tensor *ew_special_modified_bessel_i0(ew_tensor *input);

/* Modified Bessel function I of order 1. */
ew_tensor *ew_special_modified_bessel_i1(ew_tensor *input);

/* Modified Bessel function K of order 0. */
ew_tensor *ew_special_modified_bessel_k0(ew_tensor *input);

/* Modified Bessel function K of order 1. */
ew_tensor *ew_special_modified_bessel_k1(ew_tensor *input);

/* `exp(input)` times the Bessel function K of order 0. */
ew_tensor *ew_special_scaled_modified_bessel_k0(ew_tensor *input);

/* `exp(input)` times the Bessel function K of order 1. */
ew_tensor *ew_special_scaled_modified_bessel_k1(ew_tensor *input);

/* Bessel function J of order 0. */
ew_tensor *ew_special_bessel_j0(ew_tensor *input);

/* Bessel function J of order 1. */
ew_tensor *ew_special_bessel_j1(ew_tensor *input);

/* Bessel function Y of order 0. */
ew_tensor *ew_special_bessel_y0(ew_tensor *input);

/* Bessel function Y of order 1. */
ew_tensor *ew_special_bessel_y1(ew_tensor *input);

/* `sin(input) / input`, 1 at 0. */
ew_tensor *ew_special_spherical_bessel_j0(ew_tensor *input);

/* The Airy function Ai. */
ew_tensor *ew_special_airy_ai(ew_tensor *x);

/* `log(exp(input) + exp(other))` without overflow. */
ew_tensor *ew_logaddexp(ew_tensor *input, ew_tensor *other);

/* `log2(2 ** input + 2 ** other)` without overflow. */
ew_tensor *ew_logaddexp2(ew_tensor *input, ew_tensor *other);

/* `input * log1p(other)`, 0 where input is 0. */
ew_tensor *ew_special_xlog1py(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_special_xlog1py_scalar(ew_tensor *input, const ew_scalar *other);

/* Hurwitz' zeta function `Σ (other + k) ** -input`. */
ew_tensor *ew_special_zeta(ew_tensor *input, ew_tensor *other);
ew_tensor *ew_special_zeta_scalar(ew_tensor *input, const ew_scalar *other);

/* The regularised lower incomplete gamma function P(input, other). */
ew_tensor *ew_igamma(ew_tensor *input, ew_tensor *other);
ew_status ew_igamma_(ew_tensor *input, ew_tensor *other);

/* The regularised upper incomplete gamma function Q(input, other). */
ew_tensor *ew_igammac(ew_tensor *input, ew_tensor *other);
ew_status ew_igammac_(ew_tensor *input, ew_tensor *other);

/* The regularised lower incomplete gamma function. */
ew_tensor *ew_special_gammainc(ew_tensor *input, ew_tensor *other);

/* The regularised upper incomplete gamma function. */
ew_tensor *ew_special_gammaincc(ew_tensor *input, ew_tensor *other);

/* Logarithm of the gamma function of p dimensions. */
ew_tensor *ew_mvlgamma(ew_tensor *input, int64_t p);
ew_status ew_mvlgamma_(ew_tensor *input, int64_t p);

/* Logarithm of the gamma function of p dimensions. */
ew_tensor *ew_special_multigammaln(ew_tensor *input, int64_t p);

/* The n-th derivative of digamma, elementwise. */
ew_tensor *ew_special_polygamma(int64_t n, ew_tensor *input);

/* Chebyshev polynomial of the first kind of degree n. */
ew_tensor *ew_special_chebyshev_polynomial_t(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_chebyshev_polynomial_t_scalar(ew_tensor *input, const ew_scalar *n);

/* Chebyshev polynomial of the second kind of degree n. */
ew_tensor *ew_special_chebyshev_polynomial_u(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_chebyshev_polynomial_u_scalar(ew_tensor *input, const ew_scalar *n);

/* Chebyshev polynomial of the third kind of degree n. */
ew_tensor *ew_special_chebyshev_polynomial_v(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_chebyshev_polynomial_v_scalar(ew_tensor *input, const ew_scalar *n);

/* Chebyshev polynomial of the fourth kind of degree n. */
ew_tensor *ew_special_chebyshev_polynomial_w(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_chebyshev_polynomial_w_scalar(ew_tensor *input, const ew_scalar *n);

/* The first kind on [0, 1], degree n. */
ew_tensor *ew_special_shifted_chebyshev_polynomial_t(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_shifted_chebyshev_polynomial_t_scalar(ew_tensor *input, const ew_scalar *n);

/* The second kind on [0, 1], degree n. */
ew_tensor *ew_special_shifted_chebyshev_polynomial_u(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_shifted_chebyshev_polynomial_u_scalar(ew_tensor *input, const ew_scalar *n);

/* The third kind on [0, 1], degree n. */
ew_tensor *ew_special_shifted_chebyshev_polynomial_v(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_shifted_chebyshev_polynomial_v_scalar(ew_tensor *input, const ew_scalar *n);

/* The fourth kind on [0, 1], degree n. */
ew_tensor *ew_special_shifted_chebyshev_polynomial_w(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_shifted_chebyshev_polynomial_w_scalar(ew_tensor *input, const ew_scalar *n);

/* Physicists' Hermite polynomial of degree n. */
ew_tensor *ew_special_hermite_polynomial_h(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_hermite_polynomial_h_scalar(ew_tensor *input, const ew_scalar *n);

/* Probabilists' Hermite polynomial of degree n. */
ew_tensor *ew_special_hermite_polynomial_he(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_hermite_polynomial_he_scalar(ew_tensor *input, const ew_scalar *n);

/* Laguerre polynomial of degree n. */
ew_tensor *ew_special_laguerre_polynomial_l(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_laguerre_polynomial_l_scalar(ew_tensor *input, const ew_scalar *n);

/* Legendre polynomial of degree n. */
ew_tensor *ew_special_legendre_polynomial_p(ew_tensor *input, ew_tensor *n);
ew_tensor *ew_special_legendre_polynomial_p_scalar(ew_tensor *input, const ew_scalar *n);

/* Greatest common divisor, elementwise. */
ew_tensor *ew_gcd(ew_tensor *input, ew_tensor *other);
ew_status ew_gcd_(ew_tensor *input, ew_tensor *other);

/* Least common multiple, elementwise. */
ew_tensor *ew_lcm(ew_tensor *input, ew_tensor *other);
ew_status ew_lcm_(ew_tensor *input, ew_tensor *other);

/* Mantissa in [0.5, 1) and exponent: input = mantissa * 2 ** exponent. */
ew_status ew_frexp(ew_tensor *input, ew_tensor **out_mantissa, ew_tensor **out_exponent);

/* `input * 2 ** other`, elementwise. */
ew_tensor *ew_ldexp(ew_tensor *input, ew_tensor *other);
ew_status ew_ldexp_(ew_tensor *input, ew_tensor *other);

/* The next number after input towards other. */
ew_tensor *ew_nextafter(ew_tensor *input, ew_tensor *other);
ew_status ew_nextafter_(ew_tensor *input, ew_tensor *other);

/* Degrees in radians. */
ew_tensor *ew_deg2rad(ew_tensor *input);
ew_status ew_deg2rad_(ew_tensor *input);

/* Radians in degrees. */
ew_tensor *ew_rad2deg(ew_tensor *input);
ew_status ew_rad2deg_(ew_tensor *input);

/* 0 below 0, `values` at 0, 1 above. */
ew_tensor *ew_heaviside(ew_tensor *input, ew_tensor *values);
ew_status ew_heaviside_(ew_tensor *input, ew_tensor *values);

/* NaN and infinities replaced by the given or the largest finite numbers. PyTorch's defaults: nan=0.0, posinf=None, neginf=None. */
ew_tensor *ew_nan_to_num(ew_tensor *input, const double *nan, const double *posinf, const double *neginf);
ew_status ew_nan_to_num_(ew_tensor *input, const double *nan, const double *posinf, const double *neginf);

/* The complex conjugate; a real tensor itself. */
ew_tensor *ew_conj(ew_tensor *input);

/* The complex conjugate; a real tensor itself. */
ew_tensor *ew_conj_physical(ew_tensor *input);
ew_status ew_conj_physical_(ew_tensor *input);

/* The tensor itself: conjugates are computed at once. */
ew_tensor *ew_resolve_conj(ew_tensor *input);

/* The tensor itself: negatives are computed at once. */
ew_tensor *ew_resolve_neg(ew_tensor *input);

/* The real part: a view of a complex tensor, a real tensor itself. */
ew_tensor *ew_real(ew_tensor *input);

/* The phase of each element in (-π, π]. */
ew_tensor *ew_angle(ew_tensor *input);

/* `input / |input|`, elementwise; 0 for 0. */
ew_tensor *ew_sgn(ew_tensor *input);
ew_status ew_sgn_(ew_tensor *input);

/* True where the imaginary part is 0. */
ew_tensor *ew_isreal(ew_tensor *input);

/* The imaginary part of a complex tensor: a view. */
ew_tensor *ew_imag(ew_tensor *input);

/* Complex [*] as real [*, 2]: a view. */
ew_tensor *ew_view_as_real(ew_tensor *input);

/* Complex [*] as real [*, 2]: a copy. */
ew_tensor *ew_view_as_real_copy(ew_tensor *input);

/* Real [*, 2] as complex [*]: a view. */
ew_tensor *ew_view_as_complex(ew_tensor *input);

/* Real [*, 2] as complex [*]: a copy. */
ew_tensor *ew_view_as_complex_copy(ew_tensor *input);

/* `real + i imag`, elementwise. */
ew_tensor *ew_complex(ew_tensor *real, ew_tensor *imag);

/* `abs * (cos(angle) + i sin(angle))`, elementwise. */
ew_tensor *ew_polar(ew_tensor *abs, ew_tensor *angle);

/* The discrete Fourier transform along `dim`. PyTorch's defaults: n=None, dim=-1, norm=None. */
ew_tensor *ew_fft_fft(ew_tensor *input, const int64_t *n, int64_t dim, const char *norm);

/* The inverse discrete Fourier transform along `dim`. PyTorch's defaults: n=None, dim=-1, norm=None. */
ew_tensor *ew_fft_ifft(ew_tensor *input, const int64_t *n, int64_t dim, const char *norm);

/* The first half of the spectrum of real values along `dim`. PyTorch's defaults: n=None, dim=-1, norm=None. */
ew_tensor *ew_fft_rfft(ew_tensor *input, const int64_t *n, int64_t dim, const char *norm);

/* The real values of which the input is the first half of the spectrum. PyTorch's defaults: n=None, dim=-1, norm=None. */
ew_tensor *ew_fft_irfft(ew_tensor *input, const int64_t *n, int64_t dim, const char *norm);

/* The real spectrum of values of which the input is the first, Hermitian half. PyTorch's defaults: n=None, dim=-1, norm=None. */
ew_tensor *ew_fft_hfft(ew_tensor *input, const int64_t *n, int64_t dim, const char *norm);

/* The inverse of `hfft`. PyTorch's defaults: n=None, dim=-1, norm=None. */
ew_tensor *ew_fft_ihfft(ew_tensor *input, const int64_t *n, int64_t dim, const char *norm);

/* The discrete Fourier transform over two dimensions. PyTorch's defaults: s=None, dim=(-2, -1), norm=None. */
ew_tensor *ew_fft_fft2(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The discrete Fourier transform over several dimensions. PyTorch's defaults: s=None, dim=None, norm=None. */
ew_tensor *ew_fft_fftn(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The inverse discrete Fourier transform over two dimensions. PyTorch's defaults: s=None, dim=(-2, -1), norm=None. */
ew_tensor *ew_fft_ifft2(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The inverse discrete Fourier transform over several dimensions. PyTorch's defaults: s=None, dim=None, norm=None. */
ew_tensor *ew_fft_ifftn(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The transform of real values, half of the spectrum, over two dimensions. PyTorch's defaults: s=None, dim=(-2, -1), norm=None. */
ew_tensor *ew_fft_rfft2(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The transform of real values, half of the spectrum, over several dimensions. PyTorch's defaults: s=None, dim=None, norm=None. */
ew_tensor *ew_fft_rfftn(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The real values of half a spectrum over two dimensions. PyTorch's defaults: s=None, dim=(-2, -1), norm=None. */
ew_tensor *ew_fft_irfft2(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The real values of half a spectrum over several dimensions. PyTorch's defaults: s=None, dim=None, norm=None. */
ew_tensor *ew_fft_irfftn(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The real spectrum of Hermitian values over two dimensions. PyTorch's defaults: s=None, dim=(-2, -1), norm=None. */
ew_tensor *ew_fft_hfft2(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The real spectrum of Hermitian values over several dimensions. PyTorch's defaults: s=None, dim=None, norm=None. */
ew_tensor *ew_fft_hfftn(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The inverse of the Hermitian transform over two dimensions. PyTorch's defaults: s=None, dim=(-2, -1), norm=None. */
ew_tensor *ew_fft_ihfft2(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The inverse of the Hermitian transform over several dimensions. PyTorch's defaults: s=None, dim=None, norm=None. */
ew_tensor *ew_fft_ihfftn(ew_tensor *input, const int64_t *s, size_t s_count, const int64_t *dim, size_t dim_count,
    const char *norm);

/* The frequencies of the elements of a spectrum, in cycles. PyTorch's defaults: d=1.0, dtype=None. */
ew_tensor *ew_fft_fftfreq(int64_t n, double d, int32_t dtype);

/* The frequencies of the elements of half a spectrum. PyTorch's defaults: d=1.0, dtype=None. */
ew_tensor *ew_fft_rfftfreq(int64_t n, double d, int32_t dtype);

/* Frequency 0 moved to the middle of the dimensions. PyTorch's defaults: dim=None. */
ew_tensor *ew_fft_fftshift(ew_tensor *input, const int64_t *dim, size_t dim_count);

/* The inverse of `fftshift`. PyTorch's defaults: dim=None. */
ew_tensor *ew_fft_ifftshift(ew_tensor *input, const int64_t *dim, size_t dim_count);

/* The Hann window, one raised cosine. PyTorch's defaults: periodic=True, dtype=None. */
ew_tensor *ew_hann_window(int64_t window_length, bool periodic, int32_t dtype);

/* The Blackman window of three cosines. PyTorch's defaults: periodic=True, dtype=None. */
ew_tensor *ew_blackman_window(int64_t window_length, bool periodic, int32_t dtype);

/* The triangular window that ends in zeros. PyTorch's defaults: periodic=True, dtype=None. */
ew_tensor *ew_bartlett_window(int64_t window_length, bool periodic, int32_t dtype);

/* The Hamming window `alpha - beta cos(2 π k / N)`. PyTorch's defaults: periodic=True, alpha=0.54, beta=0.46, dtype=None. */
ew_tensor *ew_hamming_window(int64_t window_length, bool periodic, double alpha, double beta, int32_t dtype);

/* The Kaiser window with the shape `beta`. PyTorch's defaults: periodic=True, beta=12.0, dtype=None. */
ew_tensor *ew_kaiser_window(int64_t window_length, bool periodic, double beta, int32_t dtype);

/* The triangular window that ends in zeros. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_bartlett(int64_t M, bool sym, int32_t dtype);

/* Half a period of a sine. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_cosine(int64_t M, bool sym, int32_t dtype);

/* The Hamming window `0.54 - 0.46 cos(2 π k / N)`. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_hamming(int64_t M, bool sym, int32_t dtype);

/* The Hann window, one raised cosine. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_hann(int64_t M, bool sym, int32_t dtype);

/* The Blackman window of three cosines. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_blackman(int64_t M, bool sym, int32_t dtype);

/* Nuttall's window of four cosines. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_nuttall(int64_t M, bool sym, int32_t dtype);

/* `exp(-|k - center| / tau)`. PyTorch's defaults: center=None, tau=1.0, sym=True, dtype=None. */
ew_tensor *ew_signal_windows_exponential(int64_t M, const double *center, double tau, bool sym, int32_t dtype);

/* A Gaussian of standard deviation `std` about the middle. PyTorch's defaults: std=1.0, sym=True, dtype=None. */
ew_tensor *ew_signal_windows_gaussian(int64_t M, double std, bool sym, int32_t dtype);

/* The Kaiser window with the shape `beta`. PyTorch's defaults: beta=12.0, sym=True, dtype=None. */
ew_tensor *ew_signal_windows_kaiser(int64_t M, double beta, bool sym, int32_t dtype);

/* `alpha - (1 - alpha) cos(2 π k / N)`. PyTorch's defaults: alpha=0.54, sym=True, dtype=None. */
ew_tensor *ew_signal_windows_general_hamming(int64_t M, double alpha, bool sym, int32_t dtype);

/* `Σ (-1) ** i a[i] cos(2 π i k / N)`. PyTorch's defaults: sym=True, dtype=None. */
ew_tensor *ew_signal_windows_general_cosine(int64_t M, ew_tensor *a, bool sym, int32_t dtype);

/* Spectra [*, frequencies, frames] of overlapping windows of signals [*, samples]. PyTorch's defaults: hop_length=None, win_length=None, window=None, center=True, pad_mode='reflect', normalized=False, onesided=None, return_complex=None, align_to_window=None. */
ew_tensor *ew_stft(ew_tensor *input, int64_t n_fft, const int64_t *hop_length, const int64_t *win_length,
    ew_tensor *window, bool center, const char *pad_mode, bool normalized, const bool *onesided,
    const bool *return_complex, const bool *align_to_window);

/* The signals [*, samples] of spectra [*, frequencies, frames]. PyTorch's defaults: hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None, return_complex=False. */
ew_tensor *ew_istft(ew_tensor *input, int64_t n_fft, const int64_t *hop_length, const int64_t *win_length,
    ew_tensor *window, bool center, bool normalized, const bool *onesided, const int64_t *length, bool return_complex);

/* Sum over the dimensions `dim`, all of them by default; integers sum as int64. PyTorch's defaults: dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_sum(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim, int32_t dtype);

/* Sum over the dimensions `dim`, NaN counting as zero. PyTorch's defaults: dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_nansum(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim, int32_t dtype);

/* Arithmetic mean over the dimensions `dim`, all of them by default. PyTorch's defaults: dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_mean(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim, int32_t dtype);

/* Product of all elements, or along the dimension `dim`; integers multiply as int64. PyTorch's defaults: dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_prod(ew_tensor *input, const int64_t *dim, bool keepdim, int32_t dtype);

/* Whether every element over the dimensions `dim` is true. PyTorch's defaults: dim=None, keepdim=False. */
ew_tensor *ew_all(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim);

/* Whether some element over the dimensions `dim` is true. PyTorch's defaults: dim=None, keepdim=False. */
ew_tensor *ew_any(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim);

/* How many elements over the dimensions `dim` are not zero. PyTorch's defaults: dim=None. */
ew_tensor *ew_count_nonzero(ew_tensor *input, const int64_t *dim, size_t dim_count);

/* The largest element; NaN wins. */
ew_tensor *ew_max(ew_tensor *input);

/* The smallest element; NaN wins. */
ew_tensor *ew_min(ew_tensor *input);

/* The largest element along `dim`, and the index of its first place. PyTorch's defaults: keepdim=False. */
ew_status ew_max_dim(ew_tensor *input, int64_t dim, bool keepdim, ew_tensor **out_values, ew_tensor **out_indices);

/* The smallest element along `dim`, and the index of its first place. PyTorch's defaults: keepdim=False. */
ew_status ew_min_dim(ew_tensor *input, int64_t dim, bool keepdim, ew_tensor **out_values, ew_tensor **out_indices);

/* The largest element over the dimensions `dim`. PyTorch's defaults: dim=(), keepdim=False. */
ew_tensor *ew_amax(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim);

/* The smallest element over the dimensions `dim`. PyTorch's defaults: dim=(), keepdim=False. */
ew_tensor *ew_amin(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim);

/* The smallest and the largest element, of all or along `dim`. PyTorch's defaults: dim=None, keepdim=False. */
ew_status ew_aminmax(ew_tensor *input, const int64_t *dim, bool keepdim, ew_tensor **out_min, ew_tensor **out_max);

/* Index of the first largest element along `dim`, or of the flattened tensor. PyTorch's defaults: dim=None, keepdim=False. */
ew_tensor *ew_argmax(ew_tensor *input, const int64_t *dim, bool keepdim);

/* Index of the first smallest element along `dim`, or of the flattened tensor. PyTorch's defaults: dim=None, keepdim=False. */
ew_tensor *ew_argmin(ew_tensor *input, const int64_t *dim, bool keepdim);

/* The element at `indices` of each line along `dim`. */
ew_tensor *ew_pick_along(ew_tensor *input, ew_tensor *indices, int64_t dim, bool keepdim);

/* Gradient of picking one element of each line along `dim`. */
ew_tensor *ew_select_backward(ew_tensor *grad, ew_tensor *indices, int64_t dim, const int64_t *shape,
    size_t shape_count, bool keepdim);

/* Variance over the dimensions `dim`: squared deviations divided by their number less `correction`. PyTorch's defaults: dim=None, correction=1, keepdim=False. */
ew_tensor *ew_var(ew_tensor *input, const int64_t *dim, size_t dim_count, const double *correction, bool keepdim);

/* Standard deviation over the dimensions `dim`, the square root of `var`. PyTorch's defaults: dim=None, correction=1, keepdim=False. */
ew_tensor *ew_std(ew_tensor *input, const int64_t *dim, size_t dim_count, const double *correction, bool keepdim);

/* Variance of all elements. */
ew_tensor *ew_var_unbiased(ew_tensor *input, bool unbiased);

/* Standard deviation of all elements. */
ew_tensor *ew_std_unbiased(ew_tensor *input, bool unbiased);

/* Variance over the dimensions `dim`. PyTorch's defaults: unbiased=True, keepdim=False. */
ew_tensor *ew_var_dim(ew_tensor *input, const int64_t *dim, size_t dim_count, bool unbiased, bool keepdim);

/* Standard deviation over the dimensions `dim`. PyTorch's defaults: unbiased=True, keepdim=False. */
ew_tensor *ew_std_dim(ew_tensor *input, const int64_t *dim, size_t dim_count, bool unbiased, bool keepdim);

/* Variance and mean over the dimensions `dim`, in one pass. PyTorch's defaults: dim=None, correction=1, keepdim=False. */
ew_status ew_var_mean(ew_tensor *input, const int64_t *dim, size_t dim_count, const double *correction, bool keepdim,
    ew_tensor **out_var, ew_tensor **out_mean);

/* Standard deviation and mean over the dimensions `dim`, in one pass. PyTorch's defaults: dim=None, correction=1, keepdim=False. */
ew_status ew_std_mean(ew_tensor *input, const int64_t *dim, size_t dim_count, const double *correction, bool keepdim,
    ew_tensor **out_std, ew_tensor **out_mean);

/* The `ord`-norm `(Σ|x|^ord)^(1/ord)` over the dimensions `dim`; the largest or smallest magnitude for ±inf. PyTorch's defaults: ord=2, dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_linalg_vector_norm(ew_tensor *input, const ew_scalar *ord, const int64_t *dim, size_t dim_count,
    bool keepdim, int32_t dtype);

/* `log Σ exp(input)` over the dimensions `dim`, computed without overflow. PyTorch's defaults: keepdim=False. */
ew_tensor *ew_logsumexp(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim);

/* `exp(x) / Σ exp(x)` along `dim`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_softmax(ew_tensor *input, int64_t dim, int32_t dtype);

/* `x - log Σ exp(x)` along `dim`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_log_softmax(ew_tensor *input, int64_t dim, int32_t dtype);

/* Gradient of softmax, from its output. */
ew_tensor *ew_softmax_backward(ew_tensor *grad, ew_tensor *output, int64_t dim);

/* Gradient of log_softmax, from its output. */
ew_tensor *ew_log_softmax_backward(ew_tensor *grad, ew_tensor *output, int64_t dim);

/* Running sum along `dim`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_cumsum(ew_tensor *input, int64_t dim, int32_t dtype);
ew_status ew_cumsum_(ew_tensor *input, int64_t dim, int32_t dtype);

/* Running product along `dim`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_cumprod(ew_tensor *input, int64_t dim, int32_t dtype);
ew_status ew_cumprod_(ew_tensor *input, int64_t dim, int32_t dtype);

/* Matrix product with broadcasting over leading dimensions; vectors are rows or columns. */
ew_tensor *ew_matmul(ew_tensor *input, ew_tensor *other);

/* Product of the matrices [n, k] and [k, m]. */
ew_tensor *ew_mm(ew_tensor *input, ew_tensor *mat2);

/* Products of two batches of matrices, [b, n, k] and [b, k, m]. */
ew_tensor *ew_bmm(ew_tensor *input, ew_tensor *mat2);

/* Product of a matrix [n, k] and a vector [k]. */
ew_tensor *ew_mv(ew_tensor *input, ew_tensor *vec);

/* Inner product of two vectors of equal length. */
ew_tensor *ew_dot(ew_tensor *input, ew_tensor *tensor);

/* Matrix of the products of all pairs of elements of two vectors. */
ew_tensor *ew_outer(ew_tensor *input, ew_tensor *vec2);

/* `beta * input + alpha * mat1 @ mat2`. PyTorch's defaults: beta=1, alpha=1. */
ew_tensor *ew_addmm(ew_tensor *input, ew_tensor *mat1, ew_tensor *mat2, const ew_scalar *beta, const ew_scalar *alpha);
ew_status ew_addmm_(ew_tensor *input, ew_tensor *mat1, ew_tensor *mat2, const ew_scalar *beta, const ew_scalar *alpha);

/* `beta * input + alpha * batch1 @ batch2`, a batch of matrices. PyTorch's defaults: beta=1, alpha=1. */
ew_tensor *ew_baddbmm(ew_tensor *input, ew_tensor *batch1, ew_tensor *batch2, const ew_scalar *beta,
    const ew_scalar *alpha);
ew_status ew_baddbmm_(ew_tensor *input, ew_tensor *batch1, ew_tensor *batch2, const ew_scalar *beta,
    const ew_scalar *alpha);

/* `input @ weight.T + bias` for input [*, in], weight [out, in] and bias [out]. PyTorch's defaults: bias=None. */
ew_tensor *ew_linear(ew_tensor *input, ew_tensor *weight, ew_tensor *bias);

/* 2-d cross-correlation of input [N, C, H, W] or [C, H, W] with weight [O, C / groups, kH, kW]. PyTorch's defaults: bias=None, stride=1, padding=0, dilation=1, groups=1. */
ew_tensor *ew_conv2d(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const int64_t *padding, size_t padding_count, const int64_t *dilation,
    size_t dilation_count, int64_t groups);

/* 2-d cross-correlation with padding `same` or `valid`. PyTorch's defaults: bias=None, stride=1, padding="valid", dilation=1, groups=1. */
ew_tensor *ew_conv2d_padding(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const char *padding, const int64_t *dilation, size_t dilation_count, int64_t groups);

/* 1-d cross-correlation of input [N, C, L] or [C, L] with weight [O, C / groups, k]. PyTorch's defaults: bias=None, stride=1, padding=0, dilation=1, groups=1. */
ew_tensor *ew_conv1d(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const int64_t *padding, size_t padding_count, const int64_t *dilation,
    size_t dilation_count, int64_t groups);

/* 1-d cross-correlation with padding `same` or `valid`. PyTorch's defaults: bias=None, stride=1, padding="valid", dilation=1, groups=1. */
ew_tensor *ew_conv1d_padding(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const char *padding, const int64_t *dilation, size_t dilation_count, int64_t groups);

/* 2-d transposed convolution: the gradient of `conv2d` with respect to its input. PyTorch's defaults: bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1. */
ew_tensor *ew_conv_transpose2d(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const int64_t *padding, size_t padding_count, const int64_t *output_padding,
    size_t output_padding_count, int64_t groups, const int64_t *dilation, size_t dilation_count);

/* 1-d transposed convolution: the gradient of `conv1d` with respect to its input. PyTorch's defaults: bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1. */
ew_tensor *ew_conv_transpose1d(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const int64_t *padding, size_t padding_count, const int64_t *output_padding,
    size_t output_padding_count, int64_t groups, const int64_t *dilation, size_t dilation_count);

/* Gradient of `conv2d` with respect to an input of `input_size`. PyTorch's defaults: stride=1, padding=0, dilation=1, groups=1. */
ew_tensor *ew_conv2d_input(ew_tensor *grad, ew_tensor *weight, const int64_t *input_size, size_t input_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, int64_t groups);

/* Gradient of `conv2d` with respect to a weight of `weight_size`. PyTorch's defaults: stride=1, padding=0, dilation=1, groups=1. */
ew_tensor *ew_conv2d_weight(ew_tensor *grad, ew_tensor *input, const int64_t *weight_size, size_t weight_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, int64_t groups);

/* Largest element of each window of the planes [H, W]. PyTorch's defaults: stride=None, padding=0, dilation=1, ceil_mode=False. */
ew_tensor *ew_max_pool2d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, bool ceil_mode);

/* `max_pool2d` and where in its plane each element came from. PyTorch's defaults: stride=None, padding=0, dilation=1, ceil_mode=False. */
ew_status ew_max_pool2d_with_indices(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, bool ceil_mode, ew_tensor **out_out, ew_tensor **out_indices);

/* `grad` added at `indices` into zero planes of `input_size`. */
ew_tensor *ew_max_pool2d_backward(ew_tensor *grad, ew_tensor *indices, const int64_t *input_size,
    size_t input_size_count);

/* Mean of each window of the planes [H, W]. PyTorch's defaults: stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None. */
ew_tensor *ew_avg_pool2d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count, bool ceil_mode,
    bool count_include_pad, const int64_t *divisor_override);

/* Largest element of each window of the last dimension. PyTorch's defaults: stride=None, padding=0, dilation=1, ceil_mode=False. */
ew_tensor *ew_max_pool1d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, bool ceil_mode);

/* `max_pool1d` and where each element came from. PyTorch's defaults: stride=None, padding=0, dilation=1, ceil_mode=False. */
ew_status ew_max_pool1d_with_indices(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, bool ceil_mode, ew_tensor **out_out, ew_tensor **out_indices);

/* Mean of each window of the last dimension. PyTorch's defaults: stride=None, padding=0, ceil_mode=False, count_include_pad=True. */
ew_tensor *ew_avg_pool1d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count, bool ceil_mode,
    bool count_include_pad);

/* Normalises each channel of input [N, C, *] by the batch's statistics, which update the running ones, or by the running ones. PyTorch's defaults: weight=None, bias=None, training=False, momentum=0.1, eps=1e-05. */
ew_tensor *ew_batch_norm(ew_tensor *input, ew_tensor *running_mean, ew_tensor *running_var, ew_tensor *weight,
    ew_tensor *bias, bool training, double momentum, double eps);

/* Normalises over the last dimensions `normalized_shape` to mean 0 and variance 1, then scales and shifts. PyTorch's defaults: weight=None, bias=None, eps=1e-05. */
ew_tensor *ew_layer_norm(ew_tensor *input, const int64_t *normalized_shape, size_t normalized_shape_count,
    ew_tensor *weight, ew_tensor *bias, double eps);

/* Normalises each of `num_groups` groups of channels of each example of input [N, C, *]. PyTorch's defaults: weight=None, bias=None, eps=1e-05. */
ew_tensor *ew_group_norm(ew_tensor *input, int64_t num_groups, ew_tensor *weight, ew_tensor *bias, double eps);

/* Normalises each channel of each example of input [N, C, *]. PyTorch's defaults: running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-05. */
ew_tensor *ew_instance_norm(ew_tensor *input, ew_tensor *running_mean, ew_tensor *running_var, ew_tensor *weight,
    ew_tensor *bias, bool use_input_stats, double momentum, double eps);

/* Divides by the root mean square over the last dimensions `normalized_shape`. PyTorch's defaults: weight=None, eps=None. */
ew_tensor *ew_rms_norm(ew_tensor *input, const int64_t *normalized_shape, size_t normalized_shape_count,
    ew_tensor *weight, const double *eps);

/* Zeroes each element with probability `p` and divides the others by `1 - p`. PyTorch's defaults: p=0.5, training=True. */
ew_tensor *ew_dropout(ew_tensor *input, double p, bool training);
ew_status ew_dropout_(ew_tensor *input, double p, bool training);

/* Zeroes each channel (dimensions 0 and 1) with probability `p` and divides the others by `1 - p`. PyTorch's defaults: p=0.5, training=True. */
ew_tensor *ew_feature_dropout(ew_tensor *input, double p, bool training);

/* Rows of `weight` [num, dim] at the indices `input`: shape [*, dim]. PyTorch's defaults: padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False. */
ew_tensor *ew_embedding(ew_tensor *input, ew_tensor *weight, const int64_t *padding_idx, const double *max_norm,
    double norm_type, bool scale_grad_by_freq, bool sparse);

/* Rows of `grad_output` added at `indices` into zeros [num_weights, dim]. */
ew_tensor *ew_embedding_dense_backward(ew_tensor *grad_output, ew_tensor *indices, int64_t num_weights,
    int64_t padding_idx, bool scale_grad_by_freq);

/* Uniform numbers of [0, 1) of shape `size`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_rand(const int64_t *size, size_t size_count, ew_generator *generator, int32_t dtype);

/* Standard normal numbers of shape `size`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randn(const int64_t *size, size_t size_count, ew_generator *generator, int32_t dtype);

/* Integers of [0, high) of shape `size`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randint(int64_t high, const int64_t *size, size_t size_count, ew_generator *generator, int32_t dtype);

/* Integers of [low, high) of shape `size`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randint_low(int64_t low, int64_t high, const int64_t *size, size_t size_count, ew_generator *generator,
    int32_t dtype);

/* A random permutation of 0 … n - 1, as int64. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randperm(int64_t n, ew_generator *generator, int32_t dtype);

/* Uniform numbers of [0, 1) in the shape of `input`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_rand_like(ew_tensor *input, ew_generator *generator, int32_t dtype);

/* Standard normal numbers in the shape of `input`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randn_like(ew_tensor *input, ew_generator *generator, int32_t dtype);

/* Integers of [0, high) in the shape and dtype of `input`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randint_like(ew_tensor *input, int64_t high, ew_generator *generator, int32_t dtype);

/* Integers of [low, high) in the shape and dtype of `input`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_randint_like_low(ew_tensor *input, int64_t low, int64_t high, ew_generator *generator, int32_t dtype);

/* 1 with the probability that `input` holds, else 0. PyTorch's defaults: generator=None. */
ew_tensor *ew_bernoulli(ew_tensor *input, ew_generator *generator);

/* 1 with probability `p`, else 0, in the shape of `input`. PyTorch's defaults: generator=None. */
ew_tensor *ew_bernoulli_p(ew_tensor *input, double p, ew_generator *generator);

/* Normal numbers with the mean and deviation of each element; one of the two may be a number. PyTorch's defaults: std=1, generator=None. */
ew_tensor *ew_normal(ew_tensor *mean, ew_tensor *std, ew_generator *generator);
ew_tensor *ew_normal_scalar(ew_tensor *mean, const ew_scalar *std, ew_generator *generator);

/* Normal numbers of shape `size`. PyTorch's defaults: generator=None, dtype=None. */
ew_tensor *ew_normal_float(double mean, double std, const int64_t *size, size_t size_count, ew_generator *generator,
    int32_t dtype);

/* Indices drawn with the probabilities (not necessarily normed) of each row of `input`. PyTorch's defaults: replacement=False, generator=None. */
ew_tensor *ew_multinomial(ew_tensor *input, int64_t num_samples, bool replacement, ew_generator *generator);

/* Fills with uniform numbers of [from, to). PyTorch's defaults: from=0, to=1, generator=None. */
ew_status ew_uniform_(ew_tensor *input, double from_, double to, ew_generator *generator);

/* Fills with normal numbers. PyTorch's defaults: mean=0, std=1, generator=None. */
ew_status ew_normal_(ew_tensor *input, double mean, double std, ew_generator *generator);

/* Fills with numbers whose logarithms are normal. PyTorch's defaults: mean=1, std=2, generator=None. */
ew_status ew_log_normal_(ew_tensor *input, double mean, double std, ew_generator *generator);

/* Fills with 1 with probability `p`, else 0. PyTorch's defaults: p=0.5, generator=None. */
ew_status ew_bernoulli_(ew_tensor *input, double p, ew_generator *generator);

/* Fills with 1 with the probability that `p` holds at each place, else 0. PyTorch's defaults: generator=None. */
ew_status ew_bernoulli__Tensor(ew_tensor *input, ew_tensor *p, ew_generator *generator);

/* Fills with integers of the whole range of the dtype. PyTorch's defaults: generator=None. */
ew_status ew_random_(ew_tensor *input, ew_generator *generator);

/* Fills with integers of [0, to). PyTorch's defaults: generator=None. */
ew_status ew_random__to(ew_tensor *input, int64_t to, ew_generator *generator);

/* Fills with integers of [from, to). PyTorch's defaults: generator=None. */
ew_status ew_random__from(ew_tensor *input, int64_t from_, const int64_t *to, ew_generator *generator);

/* Fills with numbers of the exponential distribution of rate `lambd`. PyTorch's defaults: lambd=1, generator=None. */
ew_status ew_exponential_(ew_tensor *input, double lambd, ew_generator *generator);

/* Fills with numbers of the Cauchy distribution. PyTorch's defaults: median=0, sigma=1, generator=None. */
ew_status ew_cauchy_(ew_tensor *input, double median, double sigma, ew_generator *generator);

/* Fills with the number of trials up to the first success, each of probability `p`. PyTorch's defaults: generator=None. */
ew_status ew_geometric_(ew_tensor *input, double p, ew_generator *generator);

/* Gamma numbers of rate 1, `input` the concentration. PyTorch's defaults: generator=None. */
ew_tensor *ew__standard_gamma(ew_tensor *input, ew_generator *generator);

/* The derivative of gamma numbers `output` with respect to their concentration: -(∂F/∂α) / f. */
ew_tensor *ew__standard_gamma_grad(ew_tensor *input, ew_tensor *output);

/* Dirichlet numbers: along the last dimension, `input` the concentrations. PyTorch's defaults: generator=None. */
ew_tensor *ew__sample_dirichlet(ew_tensor *input, ew_generator *generator);

/* The derivative of beta numbers `x` with respect to `alpha`, over 1 - `x`; `total` is the sum of both parameters. */
ew_tensor *ew__dirichlet_grad(ew_tensor *x, ew_tensor *alpha, ew_tensor *total);

/* Poisson numbers of the rates in `input`. PyTorch's defaults: generator=None. */
ew_tensor *ew_poisson(ew_tensor *input, ew_generator *generator);

/* Numbers of successes in `count` trials of probability `prob`. PyTorch's defaults: generator=None. */
ew_tensor *ew_binomial(ew_tensor *count, ew_tensor *prob, ew_generator *generator);

/* A tensor of shape `size` with arbitrary values. PyTorch's defaults: dtype=None. */
ew_tensor *ew_empty(const int64_t *size, size_t size_count, int32_t dtype);

/* Zeros of shape `size`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_zeros(const int64_t *size, size_t size_count, int32_t dtype);

/* Ones of shape `size`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_ones(const int64_t *size, size_t size_count, int32_t dtype);

/* The number `fill_value` everywhere, of shape `size`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_full(const int64_t *size, size_t size_count, const ew_scalar *fill_value, int32_t dtype);

/* `start`, `start + step`, … below `end`. PyTorch's defaults: step=1, dtype=None. */
ew_tensor *ew_arange(const ew_scalar *start, const ew_scalar *end, const ew_scalar *step, int32_t dtype);

/* `steps` numbers evenly from `start` to `end`, both included. PyTorch's defaults: dtype=None. */
ew_tensor *ew_linspace(const ew_scalar *start, const ew_scalar *end, int64_t steps, int32_t dtype);

/* `steps` numbers from `base ** start` to `base ** end`, evenly in the exponent. PyTorch's defaults: base=10.0, dtype=None. */
ew_tensor *ew_logspace(const ew_scalar *start, const ew_scalar *end, int64_t steps, double base, int32_t dtype);

/* The n × m matrix with ones on the diagonal. PyTorch's defaults: m=None, dtype=None. */
ew_tensor *ew_eye(int64_t n, const int64_t *m, int32_t dtype);

/* Arbitrary values in the shape of `input`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_empty_like(ew_tensor *input, int32_t dtype);

/* Zeros in the shape of `input`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_zeros_like(ew_tensor *input, int32_t dtype);

/* Ones in the shape of `input`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_ones_like(ew_tensor *input, int32_t dtype);

/* The number `fill_value` in the shape of `input`. PyTorch's defaults: dtype=None. */
ew_tensor *ew_full_like(ew_tensor *input, const ew_scalar *fill_value, int32_t dtype);

/* The lower triangle of each matrix, up to `diagonal`; zeros above. PyTorch's defaults: diagonal=0. */
ew_tensor *ew_tril(ew_tensor *input, int64_t diagonal);
ew_status ew_tril_(ew_tensor *input, int64_t diagonal);

/* The upper triangle of each matrix, from `diagonal` on; zeros below. PyTorch's defaults: diagonal=0. */
ew_tensor *ew_triu(ew_tensor *input, int64_t diagonal);
ew_status ew_triu_(ew_tensor *input, int64_t diagonal);

/* Row and column indices [2, n] of a lower triangle. PyTorch's defaults: offset=0. */
ew_tensor *ew_tril_indices(int64_t row, int64_t col, int64_t offset);

/* Row and column indices [2, n] of an upper triangle. PyTorch's defaults: offset=0. */
ew_tensor *ew_triu_indices(int64_t row, int64_t col, int64_t offset);

/* The same elements in another shape, without copying; one size may be -1. */
ew_tensor *ew_view(ew_tensor *input, const int64_t *shape, size_t shape_count);

/* The same elements in another shape, a view where possible; one size may be -1. */
ew_tensor *ew_reshape(ew_tensor *input, const int64_t *shape, size_t shape_count);

/* The view of the storage with the given sizes, strides and offset, in elements. PyTorch's defaults: storage_offset=None. */
ew_tensor *ew_as_strided(ew_tensor *input, const int64_t *size, size_t size_count, const int64_t *stride,
    size_t stride_count, const int64_t *storage_offset);

/* Without the dimensions of size 1, all of them or those in `dim`. PyTorch's defaults: dim=None. */
ew_tensor *ew_squeeze(ew_tensor *input, const int64_t *dim, size_t dim_count);

/* With a dimension of size 1 inserted before `dim`. */
ew_tensor *ew_unsqueeze(ew_tensor *input, int64_t dim);

/* The view in a larger shape, in which dimensions of size 1 repeat; -1 keeps a size. */
ew_tensor *ew_expand(ew_tensor *input, const int64_t *size, size_t size_count);

/* `input` expanded to the shape of `other`. */
ew_tensor *ew_expand_as(ew_tensor *input, ew_tensor *other);

/* `input` as a view broadcast to `size`. */
ew_tensor *ew_broadcast_to(ew_tensor *input, const int64_t *size, size_t size_count);

/* All tensors expanded to their common shape. */
ew_status ew_broadcast_tensors(ew_tensor *const *tensors, size_t tensors_count, ew_tensor ***out_tensors,
    size_t *out_count);

/* `input` viewed in the shape of `other`. */
ew_tensor *ew_view_as(ew_tensor *input, ew_tensor *other);

/* `input` reshaped to the shape of `other`. */
ew_tensor *ew_reshape_as(ew_tensor *input, ew_tensor *other);

/* The dimensions from `start_dim` to `end_dim` made into one. PyTorch's defaults: start_dim=0, end_dim=-1. */
ew_tensor *ew_flatten(ew_tensor *input, int64_t start_dim, int64_t end_dim);

/* Dimension `dim` split into dimensions of the given sizes. */
ew_tensor *ew_unflatten(ew_tensor *input, int64_t dim, const int64_t *sizes, size_t sizes_count);

/* All elements in one dimension, contiguous. */
ew_tensor *ew_ravel(ew_tensor *input);

/* The view of `length` elements from `start` along `dim`. */
ew_tensor *ew_narrow(ew_tensor *input, int64_t dim, int64_t start, int64_t length);

/* The view at `index` of dimension `dim`, which disappears. */
ew_tensor *ew_select(ew_tensor *input, int64_t dim, int64_t index);

/* The view of every `step`-th element from `start` up to `end` along `dim`, clamped as in Python. PyTorch's defaults: dim=0, start=None, end=None, step=1. */
ew_tensor *ew_slice(ew_tensor *input, int64_t dim, const int64_t *start, const int64_t *end, int64_t step);

/* Zeros of `input_sizes` with `grad` at `start`, `start + step`, … along `dim`. */
ew_tensor *ew_slice_backward(ew_tensor *grad, const int64_t *input_sizes, size_t input_sizes_count, int64_t dim,
    int64_t start, int64_t step);

/* Windows of `size` elements along `dimension`, `step` apart, in a new last dimension. */
ew_tensor *ew_unfold(ew_tensor *input, int64_t dimension, int64_t size, int64_t step);

/* The view with two dimensions exchanged. */
ew_tensor *ew_transpose(ew_tensor *input, int64_t dim0, int64_t dim1);

/* The view with two dimensions exchanged. */
ew_tensor *ew_swapaxes(ew_tensor *input, int64_t axis0, int64_t axis1);

/* The view with two dimensions exchanged. */
ew_tensor *ew_swapdims(ew_tensor *input, int64_t dim0, int64_t dim1);

/* The transposed matrix; vectors and scalars stay as they are. */
ew_tensor *ew_t(ew_tensor *input);

/* The last two dimensions exchanged. */
ew_tensor *ew_adjoint(ew_tensor *input);

/* The view with the dimensions in the given order. */
ew_tensor *ew_permute(ew_tensor *input, const int64_t *dims, size_t dims_count);

/* The view with the dimensions `source` moved to `destination`. */
ew_tensor *ew_movedim(ew_tensor *input, const int64_t *source, size_t source_count, const int64_t *destination,
    size_t destination_count);

/* The view with the dimensions `source` moved to `destination`. */
ew_tensor *ew_moveaxis(ew_tensor *input, const int64_t *source, size_t source_count, const int64_t *destination,
    size_t destination_count);

/* The elements in reverse order along `dims`. */
ew_tensor *ew_flip(ew_tensor *input, const int64_t *dims, size_t dims_count);

/* The elements in reverse order along dimension 1. */
ew_tensor *ew_fliplr(ew_tensor *input);

/* The elements in reverse order along dimension 0. */
ew_tensor *ew_flipud(ew_tensor *input);

/* Rotated `k` quarter turns from the first towards the second of `dims`. PyTorch's defaults: k=1, dims=(0, 1). */
ew_tensor *ew_rot90(ew_tensor *input, int64_t k, const int64_t *dims, size_t dims_count);

/* The elements moved on by `shifts` along `dims`, those that leave coming in at the other end. PyTorch's defaults: dims=None. */
ew_tensor *ew_roll(ew_tensor *input, const int64_t *shifts, size_t shifts_count, const int64_t *dims,
    size_t dims_count);

/* The same elements outside the graph. */
ew_tensor *ew_detach(ew_tensor *input);

/* A copy. */
ew_tensor *ew_clone(ew_tensor *input);

/* The tensor itself if its elements are in row-major order, else a copy that is. */
ew_tensor *ew_contiguous(ew_tensor *input);

/* The elements converted to `dtype`; the tensor itself when it has it. */
ew_tensor *ew_to_dtype(ew_tensor *input, int32_t dtype);

/* Copies the elements of `source` into the tensor, broadcasting and converting. */
ew_status ew_copy_(ew_tensor *input, ew_tensor *source);

/* Writes `value` everywhere. */
ew_status ew_fill_(ew_tensor *input, const ew_scalar *value);

/* Writes 0 everywhere. */
ew_status ew_zero_(ew_tensor *input);

/* Gives the tensor another shape, keeping the elements in memory order. */
ew_status ew_resize_(ew_tensor *input, const int64_t *size, size_t size_count);

/* The tensors joined along `dim`. PyTorch's defaults: dim=0. */
ew_tensor *ew_cat(ew_tensor *const *tensors, size_t tensors_count, int64_t dim);

/* The tensors, all of one shape, joined along a new dimension. PyTorch's defaults: dim=0. */
ew_tensor *ew_stack(ew_tensor *const *tensors, size_t tensors_count, int64_t dim);

/* The tensors joined along dimension 1, vectors along 0. */
ew_tensor *ew_hstack(ew_tensor *const *tensors, size_t tensors_count);

/* The tensors, made at least matrices, joined along dimension 0. */
ew_tensor *ew_vstack(ew_tensor *const *tensors, size_t tensors_count);

/* The tensors, made at least 3-d, joined along dimension 2. */
ew_tensor *ew_dstack(ew_tensor *const *tensors, size_t tensors_count);

/* Grids of coordinates from vectors; `indexing` is 'ij' or 'xy'. PyTorch's defaults: indexing=None. */
ew_status ew_meshgrid(ew_tensor *const *tensors, size_t tensors_count, const char *indexing,
    ew_tensor ***out_tensors, size_t *out_count);

/* The tensor, a scalar as a vector. */
ew_tensor *ew_atleast_1d(ew_tensor *input);

/* The tensor with at least two dimensions. */
ew_tensor *ew_atleast_2d(ew_tensor *input);

/* The tensor with at least three dimensions. */
ew_tensor *ew_atleast_3d(ew_tensor *input);

/* Views of at most that many elements along `dim`. PyTorch's defaults: dim=0. */
ew_status ew_split(ew_tensor *tensor, int64_t split_size_or_sections, int64_t dim, ew_tensor ***out_tensors,
    size_t *out_count);

/* Views of the given sizes along `dim`. PyTorch's defaults: dim=0. */
ew_status ew_split_sizes(ew_tensor *tensor, const int64_t *split_size_or_sections,
    size_t split_size_or_sections_count, int64_t dim, ew_tensor ***out_tensors, size_t *out_count);

/* Views of the given sizes along `dim`. PyTorch's defaults: dim=0. */
ew_status ew_split_with_sizes(ew_tensor *input, const int64_t *split_sizes, size_t split_sizes_count, int64_t dim,
    ew_tensor ***out_tensors, size_t *out_count);

/* At most that many views of equal size along `dim`, the last one smaller. PyTorch's defaults: dim=0. */
ew_status ew_chunk(ew_tensor *input, int64_t chunks, int64_t dim, ew_tensor ***out_tensors, size_t *out_count);

/* That many views along `dim`, whose sizes differ by at most one. PyTorch's defaults: dim=0. */
ew_status ew_tensor_split(ew_tensor *input, int64_t indices_or_sections, int64_t dim, ew_tensor ***out_tensors,
    size_t *out_count);

/* The views between the given positions along `dim`. PyTorch's defaults: dim=0. */
ew_status ew_tensor_split_indices(ew_tensor *input, const int64_t *indices_or_sections,
    size_t indices_or_sections_count, int64_t dim, ew_tensor ***out_tensors, size_t *out_count);

/* The views at every index of dimension `dim`, which disappears. PyTorch's defaults: dim=0. */
ew_status ew_unbind(ew_tensor *input, int64_t dim, ew_tensor ***out_tensors, size_t *out_count);

/* The tensor repeated that many times along each dimension. */
ew_tensor *ew_repeat(ew_tensor *input, const int64_t *repeats, size_t repeats_count);

/* The tensor repeated, counted from the last dimension. */
ew_tensor *ew_tile(ew_tensor *input, const int64_t *dims, size_t dims_count);

/* Each element repeated in place along `dim`, or of the flattened tensor. PyTorch's defaults: dim=None. */
ew_tensor *ew_repeat_interleave(ew_tensor *input, int64_t repeats, const int64_t *dim);

/* Each element repeated its own number of times along `dim`, or of the flattened tensor. PyTorch's defaults: dim=None. */
ew_tensor *ew_repeat_interleave_tensor(ew_tensor *input, ew_tensor *repeats, const int64_t *dim);

/* The view of the diagonal of the matrices that `dim1` and `dim2` span, as the last dimension. PyTorch's defaults: offset=0, dim1=0, dim2=1. */
ew_tensor *ew_diagonal(ew_tensor *input, int64_t offset, int64_t dim1, int64_t dim2);

/* Zeros of `input_sizes` with `grad_output` on a diagonal. */
ew_tensor *ew_diagonal_backward(ew_tensor *grad_output, const int64_t *input_sizes, size_t input_sizes_count,
    int64_t offset, int64_t dim1, int64_t dim2);

/* Matrices whose diagonals are the rows of the last dimension. PyTorch's defaults: offset=0, dim1=-2, dim2=-1. */
ew_tensor *ew_diag_embed(ew_tensor *input, int64_t offset, int64_t dim1, int64_t dim2);

/* The diagonal of a matrix, or the matrix that has a vector on its diagonal. PyTorch's defaults: diagonal=0. */
ew_tensor *ew_diag(ew_tensor *input, int64_t diagonal);

/* `out[i][j] = input[index[i][j]][j]` for `dim` 0, and so on: values picked along `dim`. */
ew_tensor *ew_gather(ew_tensor *input, int64_t dim, ew_tensor *index);

/* Values picked along `dim`, with broadcasting; of the flattened tensor without `dim`. PyTorch's defaults: dim=None. */
ew_tensor *ew_take_along_dim(ew_tensor *input, ew_tensor *indices, const int64_t *dim);

/* A copy of `input` with the values of `src` written at `index` along `dim`. */
ew_tensor *ew_scatter(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src);
ew_status ew_scatter_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src);

/* A copy of `input` with `value` written at `index` along `dim`. */
ew_tensor *ew_scatter_value(ew_tensor *input, int64_t dim, ew_tensor *index, const ew_scalar *value);
ew_status ew_scatter_value_(ew_tensor *input, int64_t dim, ew_tensor *index, const ew_scalar *value);

/* A copy of `input` with the values of `src` added at `index` along `dim`. */
ew_tensor *ew_scatter_add(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src);
ew_status ew_scatter_add_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src);

/* The elements of the flattened tensor at `index`. */
ew_tensor *ew_take(ew_tensor *input, ew_tensor *index);

/* The rows along `dim` that the vector `index` names. */
ew_tensor *ew_index_select(ew_tensor *input, int64_t dim, ew_tensor *index);

/* A copy of `input` with `alpha * source` added to the rows along `dim` that `index` names. PyTorch's defaults: alpha=1. */
ew_tensor *ew_index_add(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *source, const ew_scalar *alpha);
ew_status ew_index_add_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *source, const ew_scalar *alpha);

/* A copy of `input` with the rows of `source` written to the rows along `dim` that `index` names. */
ew_tensor *ew_index_copy(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *source);
ew_status ew_index_copy_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *source);

/* A copy of `input` with `value` in the rows along `dim` that `index` names. */
ew_tensor *ew_index_fill(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *value);
ew_tensor *ew_index_fill_scalar(ew_tensor *input, int64_t dim, ew_tensor *index, const ew_scalar *value);
ew_status ew_index_fill_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *value);
ew_status ew_index_fill_scalar_(ew_tensor *input, int64_t dim, ew_tensor *index, const ew_scalar *value);

/* The elements where `mask` is true, as a vector. */
ew_tensor *ew_masked_select(ew_tensor *input, ew_tensor *mask);

/* A copy of `input` with the elements of `source`, in order, where `mask` is true. */
ew_tensor *ew_masked_scatter(ew_tensor *input, ew_tensor *mask, ew_tensor *source);
ew_status ew_masked_scatter_(ew_tensor *input, ew_tensor *mask, ew_tensor *source);

/* The positions of the non-zero elements, one a row. */
ew_tensor *ew_nonzero(ew_tensor *input);

/* The positions of the non-zero elements, one vector for each dimension. */
ew_status ew_nonzero_numpy(ew_tensor *input, ew_tensor ***out_tensors, size_t *out_count);

/* The positions of the non-zero elements, one a row. */
ew_tensor *ew_argwhere(ew_tensor *input);

/* 1 at the class of each element in a new last dimension, 0 elsewhere. PyTorch's defaults: num_classes=-1. */
ew_tensor *ew_one_hot(ew_tensor *input, int64_t num_classes);

/* The view that a Python index of integers, slices, None and Ellipsis denotes, given as quadruples of numbers. */
ew_tensor *ew_basic_index(ew_tensor *input, const int64_t *code, size_t code_count);

/* Zeros of shape `size` with `grad` where `basic_index` reads. */
ew_tensor *ew_basic_index_backward(ew_tensor *grad, const int64_t *size, size_t size_count, const int64_t *code,
    size_t code_count);

/* `input[indices]` with index tensors and masks; None keeps a dimension. */
ew_tensor *ew_index(ew_tensor *input, ew_tensor *const *indices, size_t indices_count);

/* A copy of `input` with `values` written, or added, at `indices`. PyTorch's defaults: accumulate=False. */
ew_tensor *ew_index_put(ew_tensor *input, ew_tensor *const *indices, size_t indices_count, ew_tensor *values,
    bool accumulate);

/* Writes, or adds, `values` at `indices` of the tensor. PyTorch's defaults: accumulate=False. */
ew_status ew_index_put_(ew_tensor *input, ew_tensor *const *indices, size_t indices_count, ew_tensor *values,
    bool accumulate);

/* The values in order along `dim`, NaN as the largest, and the indices they came from; always stable. PyTorch's defaults: dim=-1, descending=False, stable=False. */
ew_status ew_sort(ew_tensor *input, int64_t dim, bool descending, bool stable, ew_tensor **out_values,
    ew_tensor **out_indices);

/* The indices that put the values in order. PyTorch's defaults: dim=-1, descending=False, stable=False. */
ew_tensor *ew_argsort(ew_tensor *input, int64_t dim, bool descending, bool stable);

/* The values in order along dimension 0. */
ew_tensor *ew_msort(ew_tensor *input);

/* The `k` largest (or smallest) values along `dim`, in order, and their indices. PyTorch's defaults: dim=-1, largest=True, sorted=True. */
ew_status ew_topk(ew_tensor *input, int64_t k, int64_t dim, bool largest, bool sorted, ew_tensor **out_values,
    ew_tensor **out_indices);

/* `value` around the last dimensions; `pad` gives (before, after), the last dimension first; negative ones cut off. PyTorch's defaults: value=0. */
ew_tensor *ew_constant_pad_nd(ew_tensor *input, const int64_t *pad, size_t pad_count, const ew_scalar *value);

/* Pads the last dimensions with a constant, by reflection, replication or wrapping round (circular). PyTorch's defaults: mode='constant', value=None. */
ew_tensor *ew_pad(ew_tensor *input, const int64_t *pad, size_t pad_count, const char *mode, const ew_scalar *value);

/* Resamples the spatial dimensions of [N, C, …] to `output_size`: nearest, nearest-exact, linear, bilinear, trilinear or bicubic. PyTorch's defaults: mode="nearest", align_corners=False, antialias=False, scales_d=None, scales_h=None, scales_w=None. */
ew_tensor *ew_upsample(ew_tensor *input, const int64_t *output_size, size_t output_size_count, const char *mode,
    bool align_corners, bool antialias, const double *scales_d, const double *scales_h, const double *scales_w);

/* Largest element of each window of the volumes [D, H, W]. PyTorch's defaults: stride=None, padding=0, dilation=1, ceil_mode=False. */
ew_tensor *ew_max_pool3d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, bool ceil_mode);

/* `max_pool3d` and where in its volume each element came from. PyTorch's defaults: stride=None, padding=0, dilation=1, ceil_mode=False. */
ew_status ew_max_pool3d_with_indices(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count,
    const int64_t *dilation, size_t dilation_count, bool ceil_mode, ew_tensor **out_out, ew_tensor **out_indices);

/* Mean of each window of the volumes [D, H, W]. PyTorch's defaults: stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None. */
ew_tensor *ew_avg_pool3d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *stride, size_t stride_count, const int64_t *padding, size_t padding_count, bool ceil_mode,
    bool count_include_pad, const int64_t *divisor_override);

/* Means of `output_size` even stretches of the last dimension. */
ew_tensor *ew_adaptive_avg_pool1d(ew_tensor *input, const int64_t *output_size, size_t output_size_count);

/* Means of `output_size` even stretches of the last 2 dimensions. */
ew_tensor *ew_adaptive_avg_pool2d(ew_tensor *input, const int64_t *output_size, size_t output_size_count);

/* Means of `output_size` even stretches of the last 3 dimensions. */
ew_tensor *ew_adaptive_avg_pool3d(ew_tensor *input, const int64_t *output_size, size_t output_size_count);

/* Largest elements of `output_size` even stretches of the last dimension. */
ew_tensor *ew_adaptive_max_pool1d(ew_tensor *input, const int64_t *output_size, size_t output_size_count);

/* `adaptive_max_pool1d` and where in its plane each element came from. */
ew_status ew_adaptive_max_pool1d_with_indices(ew_tensor *input, const int64_t *output_size, size_t output_size_count,
    ew_tensor **out_out, ew_tensor **out_indices);

/* Largest elements of `output_size` even stretches of the last 2 dimensions. */
ew_tensor *ew_adaptive_max_pool2d(ew_tensor *input, const int64_t *output_size, size_t output_size_count);

/* `adaptive_max_pool2d` and where in its plane each element came from. */
ew_status ew_adaptive_max_pool2d_with_indices(ew_tensor *input, const int64_t *output_size, size_t output_size_count,
    ew_tensor **out_out, ew_tensor **out_indices);

/* Largest elements of `output_size` even stretches of the last 3 dimensions. */
ew_tensor *ew_adaptive_max_pool3d(ew_tensor *input, const int64_t *output_size, size_t output_size_count);

/* `adaptive_max_pool3d` and where in its plane each element came from. */
ew_status ew_adaptive_max_pool3d_with_indices(ew_tensor *input, const int64_t *output_size, size_t output_size_count,
    ew_tensor **out_out, ew_tensor **out_indices);

/* Largest elements of `output_size` windows of planes at pseudo-random steps, and where they were. */
ew_status ew_fractional_max_pool2d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *output_size, size_t output_size_count, ew_tensor *random_samples, ew_tensor **out_out,
    ew_tensor **out_indices);

/* Largest elements of `output_size` windows of volumes at pseudo-random steps, and where they were. */
ew_status ew_fractional_max_pool3d(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count,
    const int64_t *output_size, size_t output_size_count, ew_tensor *random_samples, ew_tensor **out_out,
    ew_tensor **out_indices);

/* `input` put at `indices` of zero planes of `output_size`: the way back from a maximum pooling. */
ew_tensor *ew_max_unpool(ew_tensor *input, ew_tensor *indices, const int64_t *output_size, size_t output_size_count);

/* 3-d cross-correlation of input [N, C, D, H, W] or [C, D, H, W] with weight [O, C / groups, kD, kH, kW]. PyTorch's defaults: bias=None, stride=1, padding=0, dilation=1, groups=1. */
ew_tensor *ew_conv3d(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const int64_t *padding, size_t padding_count, const int64_t *dilation,
    size_t dilation_count, int64_t groups);

/* 3-d cross-correlation with padding `same` or `valid`. PyTorch's defaults: bias=None, stride=1, padding="valid", dilation=1, groups=1. */
ew_tensor *ew_conv3d_padding(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const char *padding, const int64_t *dilation, size_t dilation_count, int64_t groups);

/* 3-d transposed convolution: the gradient of `conv3d` with respect to its input. PyTorch's defaults: bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1. */
ew_tensor *ew_conv_transpose3d(ew_tensor *input, ew_tensor *weight, ew_tensor *bias, const int64_t *stride,
    size_t stride_count, const int64_t *padding, size_t padding_count, const int64_t *output_padding,
    size_t output_padding_count, int64_t groups, const int64_t *dilation, size_t dilation_count);

/* Images read at the points of a grid; modes 0 bilinear, 1 nearest, 2 bicubic; padding 0 zeros, 1 border, 2 reflection. */
ew_tensor *ew_grid_sampler(ew_tensor *input, ew_tensor *grid, int64_t interpolation_mode, int64_t padding_mode,
    bool align_corners);

/* Grids of points in [-1, 1] for images of `size`, moved by the affine maps `theta`. */
ew_tensor *ew_affine_grid_generator(ew_tensor *theta, const int64_t *size, size_t size_count, bool align_corners);

/* Sliding windows of planes as columns: [N, C, H, W] becomes [N, C * kH * kW, L]. */
ew_tensor *ew_im2col(ew_tensor *input, const int64_t *kernel_size, size_t kernel_size_count, const int64_t *dilation,
    size_t dilation_count, const int64_t *padding, size_t padding_count, const int64_t *stride, size_t stride_count);

/* Columns added where their windows lie: [N, C * kH * kW, L] becomes [N, C, H, W]. */
ew_tensor *ew_col2im(ew_tensor *input, const int64_t *output_size, size_t output_size_count,
    const int64_t *kernel_size, size_t kernel_size_count, const int64_t *dilation, size_t dilation_count,
    const int64_t *padding, size_t padding_count, const int64_t *stride, size_t stride_count);

/* Channels to space: [*, C * r * r, H, W] becomes [*, C, H * r, W * r]. */
ew_tensor *ew_pixel_shuffle(ew_tensor *input, int64_t upscale_factor);

/* Space to channels: [*, C, H * r, W * r] becomes [*, C * r * r, H, W]. */
ew_tensor *ew_pixel_unshuffle(ew_tensor *input, int64_t downscale_factor);

/* Channels of `groups` groups, taken in turn from each. */
ew_tensor *ew_channel_shuffle(ew_tensor *input, int64_t groups);

/* The p-norm of `x1 - x2 + eps` along the last dimension. PyTorch's defaults: p=2.0, eps=1e-06, keepdim=False. */
ew_tensor *ew_pairwise_distance(ew_tensor *x1, ew_tensor *x2, double p, double eps, bool keepdim);

/* Cosine of the angle between `x1` and `x2` along `dim`, with broadcasting. PyTorch's defaults: dim=1, eps=1e-08. */
ew_tensor *ew_cosine_similarity(ew_tensor *x1, ew_tensor *x2, int64_t dim, double eps);

/* `input / max(norm(input), eps)` along `dim`. PyTorch's defaults: p=2.0, dim=1, eps=1e-12. */
ew_tensor *ew_normalize(ew_tensor *input, double p, const int64_t *dim, size_t dim_count, double eps);

/* Divides by a power of the mean square over `size` neighbouring channels. PyTorch's defaults: alpha=0.0001, beta=0.75, k=1.0. */
ew_tensor *ew_local_response_norm(ew_tensor *input, int64_t size, double alpha, double beta, double k);

/* `input1 @ weight[o] @ input2 + bias[o]` for inputs [*, in1], [*, in2] and weight [out, in1, in2]. PyTorch's defaults: bias=None. */
ew_tensor *ew_bilinear(ew_tensor *input1, ew_tensor *input2, ew_tensor *weight, ew_tensor *bias);

/* Mean of `1 - cos` where target is 1, of `max(0, cos - margin)` where it is -1. PyTorch's defaults: margin=0.0, reduction='mean'. */
ew_tensor *ew_cosine_embedding_loss(ew_tensor *input1, ew_tensor *input2, ew_tensor *target, double margin,
    const char *reduction);

/* Mean over classes of `max(0, margin - input[target] + input[j]) ** p`, the target left out. PyTorch's defaults: p=1, margin=1.0, weight=None, reduction='mean'. */
ew_tensor *ew_multi_margin_loss(ew_tensor *input, ew_tensor *target, int64_t p, double margin, ew_tensor *weight,
    const char *reduction);

/* Hinge between the classes that each row of `target` lists (up to the first -1) and all others. PyTorch's defaults: reduction='mean'. */
ew_tensor *ew_multilabel_margin_loss(ew_tensor *input, ew_tensor *target, const char *reduction);

/* Binary cross entropy of logits, averaged over the classes. PyTorch's defaults: weight=None, reduction='mean'. */
ew_tensor *ew_multilabel_soft_margin_loss(ew_tensor *input, ew_tensor *target, ew_tensor *weight,
    const char *reduction);

/* Mean of `max(0, |anchor - positive| - |anchor - negative| + margin)`. PyTorch's defaults: margin=1.0, p=2.0, eps=1e-06, swap=False, reduction='mean'. */
ew_tensor *ew_triplet_margin_loss(ew_tensor *anchor, ew_tensor *positive, ew_tensor *negative, double margin,
    double p, double eps, bool swap, const char *reduction);

/* Mean of `(log(var) + (input - target) ** 2 / var) / 2`. PyTorch's defaults: full=False, eps=1e-06, reduction='mean'. */
ew_tensor *ew_gaussian_nll_loss(ew_tensor *input, ew_tensor *target, ew_tensor *var, bool full, double eps,
    const char *reduction);
ew_tensor *ew_gaussian_nll_loss_scalar(ew_tensor *input, ew_tensor *target, const ew_scalar *var, bool full,
    double eps, const char *reduction);

/* Dropout that keeps mean and variance of self-normalising activations. PyTorch's defaults: p=0.5, training=False. */
ew_tensor *ew_alpha_dropout(ew_tensor *input, double p, bool training);
ew_status ew_alpha_dropout_(ew_tensor *input, double p, bool training);

/* `alpha_dropout` of whole channels (dimensions 0 and 1). PyTorch's defaults: p=0.5, training=False. */
ew_tensor *ew_feature_alpha_dropout(ew_tensor *input, double p, bool training);
ew_status ew_feature_alpha_dropout_(ew_tensor *input, double p, bool training);

/* `input` where positive, else `input` times a slope drawn from [lower, upper) (their mean where not training). PyTorch's defaults: lower=0.125, upper=0.3333333333333333, training=False, generator=None. */
ew_tensor *ew_rrelu(ew_tensor *input, const ew_scalar *lower, const ew_scalar *upper, bool training,
    ew_generator *generator);
ew_status ew_rrelu_(ew_tensor *input, const ew_scalar *lower, const ew_scalar *upper, bool training,
    ew_generator *generator);

/* A sample of the Gumbel-softmax distribution of `logits`; one-hot if `hard`, with the soft gradient. PyTorch's defaults: tau=1.0, hard=False, eps=1e-10, dim=-1. */
ew_tensor *ew_gumbel_softmax(ew_tensor *logits, double tau, bool hard, double eps, int64_t dim);

/* `softmax(query @ key.T * scale + attn_mask) @ value` for query [*, L, E], key [*, S, E] and value [*, S, Ev]. PyTorch's defaults: attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False. */
ew_tensor *ew_scaled_dot_product_attention(ew_tensor *query, ew_tensor *key, ew_tensor *value, ew_tensor *attn_mask,
    double dropout_p, bool is_causal, const double *scale, bool enable_gqa);

/* Negative log likelihood of label sequences under log-probabilities [T, N, C] or [T, C], over all alignments. PyTorch's defaults: blank=0, reduction='mean', zero_infinity=False. */
ew_tensor *ew_ctc_loss(ew_tensor *log_probs, ew_tensor *targets, ew_tensor *input_lengths, ew_tensor *target_lengths,
    int64_t blank, const char *reduction, bool zero_infinity);

/* Scales the rows at `indices` down to a norm of at most `max_norm`, in place. */
ew_status ew_embedding_renorm_(ew_tensor *input, ew_tensor *indices, double max_norm, double norm_type);

/* Sums (mode 0), means (1) or maxima (2) of the rows of `weight` that each bag of indices names. PyTorch's defaults: scale_grad_by_freq=False, mode=0, sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None. */
ew_tensor *ew_embedding_bag(ew_tensor *weight, ew_tensor *input, ew_tensor *offsets, bool scale_grad_by_freq,
    int64_t mode, bool sparse, ew_tensor *per_sample_weights, bool include_last_offset, const int64_t *padding_idx);

/* Long short-term memory over sequences [time, batch, features]; `hx` holds the initial hidden and cell state. */
ew_status ew_lstm_input(ew_tensor *input, ew_tensor *const *hx, size_t hx_count, ew_tensor *const *params,
    size_t params_count, bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional,
    bool batch_first, ew_tensor **out_output, ew_tensor **out_h_n, ew_tensor **out_c_n);

/* Long short-term memory over packed sequences [rows, features]. */
ew_status ew_lstm_data(ew_tensor *data, ew_tensor *batch_sizes, ew_tensor *const *hx, size_t hx_count,
    ew_tensor *const *params, size_t params_count, bool has_biases, int64_t num_layers, double dropout, bool train,
    bool bidirectional, ew_tensor **out_output, ew_tensor **out_h_n, ew_tensor **out_c_n);

/* Gated recurrent unit over sequences [time, batch, features]. */
ew_status ew_gru_input(ew_tensor *input, ew_tensor *hx, ew_tensor *const *params, size_t params_count,
    bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional, bool batch_first,
    ew_tensor **out_output, ew_tensor **out_h_n);

/* Gated recurrent unit over packed sequences [rows, features]. */
ew_status ew_gru_data(ew_tensor *data, ew_tensor *batch_sizes, ew_tensor *hx, ew_tensor *const *params,
    size_t params_count, bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional,
    ew_tensor **out_output, ew_tensor **out_h_n);

/* Recurrent network with tanh over sequences [time, batch, features]. */
ew_status ew_rnn_tanh_input(ew_tensor *input, ew_tensor *hx, ew_tensor *const *params, size_t params_count,
    bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional, bool batch_first,
    ew_tensor **out_output, ew_tensor **out_h_n);

/* Recurrent network with tanh over packed sequences [rows, features]. */
ew_status ew_rnn_tanh_data(ew_tensor *data, ew_tensor *batch_sizes, ew_tensor *hx, ew_tensor *const *params,
    size_t params_count, bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional,
    ew_tensor **out_output, ew_tensor **out_h_n);

/* Recurrent network with ReLU over sequences [time, batch, features]. */
ew_status ew_rnn_relu_input(ew_tensor *input, ew_tensor *hx, ew_tensor *const *params, size_t params_count,
    bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional, bool batch_first,
    ew_tensor **out_output, ew_tensor **out_h_n);

/* Recurrent network with ReLU over packed sequences [rows, features]. */
ew_status ew_rnn_relu_data(ew_tensor *data, ew_tensor *batch_sizes, ew_tensor *hx, ew_tensor *const *params,
    size_t params_count, bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional,
    ew_tensor **out_output, ew_tensor **out_h_n);

/* One step of a long short-term memory on inputs [batch, features]. PyTorch's defaults: b_ih=None, b_hh=None. */
ew_status ew_lstm_cell(ew_tensor *input, ew_tensor *const *hx, size_t hx_count, ew_tensor *w_ih, ew_tensor *w_hh,
    ew_tensor *b_ih, ew_tensor *b_hh, ew_tensor **out_h, ew_tensor **out_c);

/* One step of a gated recurrent unit on inputs [batch, features]. PyTorch's defaults: b_ih=None, b_hh=None. */
ew_tensor *ew_gru_cell(ew_tensor *input, ew_tensor *hx, ew_tensor *w_ih, ew_tensor *w_hh, ew_tensor *b_ih,
    ew_tensor *b_hh);

/* One step of a tanh network on inputs [batch, features]. PyTorch's defaults: b_ih=None, b_hh=None. */
ew_tensor *ew_rnn_tanh_cell(ew_tensor *input, ew_tensor *hx, ew_tensor *w_ih, ew_tensor *w_hh, ew_tensor *b_ih,
    ew_tensor *b_hh);

/* One step of a ReLU network on inputs [batch, features]. PyTorch's defaults: b_ih=None, b_hh=None. */
ew_tensor *ew_rnn_relu_cell(ew_tensor *input, ew_tensor *hx, ew_tensor *w_ih, ew_tensor *w_hh, ew_tensor *b_ih,
    ew_tensor *b_hh);

/* The rows of padded sequences that lie within their lengths, step by step, and how many each step has. PyTorch's defaults: batch_first=False. */
ew_status ew_pack_padded_sequence(ew_tensor *input, ew_tensor *lengths, bool batch_first, ew_tensor **out_data,
    ew_tensor **out_batch_sizes);

/* Packed rows as padded sequences [time, batch, features], and their lengths. PyTorch's defaults: batch_first=False, padding_value=0.0, total_length=0. */
ew_status ew_pad_packed_sequence(ew_tensor *data, ew_tensor *batch_sizes, bool batch_first,
    const ew_scalar *padding_value, int64_t total_length, ew_tensor **out_padded, ew_tensor **out_lengths);

/* The lower triangular L with A = L Lᴴ of positive-definite (…, n, n) matrices, or the upper U with A = Uᴴ U. PyTorch's defaults: upper=False. */
ew_tensor *ew_linalg_cholesky(ew_tensor *input, bool upper);

/* `linalg_cholesky` and, for each matrix, the order of its first minor that is not positive-definite (0 if none). PyTorch's defaults: upper=False, check_errors=False. */
ew_status ew_linalg_cholesky_ex(ew_tensor *input, bool upper, bool check_errors, ew_tensor **out_L,
    ew_tensor **out_info);

/* The Cholesky factor of positive-definite (…, n, n) matrices. PyTorch's defaults: upper=False. */
ew_tensor *ew_cholesky(ew_tensor *input, bool upper);

/* X with A X = input, where A = L Lᴴ is given by its Cholesky factor. PyTorch's defaults: upper=False. */
ew_tensor *ew_cholesky_solve(ew_tensor *input, ew_tensor *L, bool upper);

/* The inverse of A = L Lᴴ, given by its Cholesky factor. PyTorch's defaults: upper=False. */
ew_tensor *ew_cholesky_inverse(ew_tensor *L, bool upper);

/* The factors of A = P L U in one (…, m, n) tensor, and the row exchanges, counted from 1. PyTorch's defaults: pivot=True. */
ew_status ew_linalg_lu_factor(ew_tensor *A, bool pivot, ew_tensor **out_LU, ew_tensor **out_pivots);

/* `linalg_lu_factor` and, for each matrix, the place of its first pivot that is zero (0 if none). PyTorch's defaults: pivot=True, check_errors=False. */
ew_status ew_linalg_lu_factor_ex(ew_tensor *A, bool pivot, bool check_errors, ew_tensor **out_LU,
    ew_tensor **out_pivots, ew_tensor **out_info);

/* Permutation, unit lower and upper factors with A = P L U. PyTorch's defaults: pivot=True. */
ew_status ew_linalg_lu(ew_tensor *A, bool pivot, ew_tensor **out_P, ew_tensor **out_L, ew_tensor **out_U);

/* P, L and U of what `linalg_lu_factor` returns. PyTorch's defaults: unpack_data=True, unpack_pivots=True. */
ew_status ew_lu_unpack(ew_tensor *LU_data, ew_tensor *LU_pivots, bool unpack_data, bool unpack_pivots,
    ew_tensor **out_P, ew_tensor **out_L, ew_tensor **out_U);

/* X with A X = B (X A = B if not left; Aᴴ for A if adjoint), where A is given by `linalg_lu_factor`. PyTorch's defaults: left=True, adjoint=False. */
ew_tensor *ew_linalg_lu_solve(ew_tensor *LU, ew_tensor *pivots, ew_tensor *B, bool left, bool adjoint);

/* X with A X = input, where A is given by `linalg_lu_factor`. */
ew_tensor *ew_lu_solve(ew_tensor *input, ew_tensor *LU_data, ew_tensor *LU_pivots);

/* The Bunch-Kaufman factors of symmetric (Hermitian) A = L D Lᵀ in one tensor, and LAPACK's pivots. PyTorch's defaults: hermitian=False. */
ew_status ew_linalg_ldl_factor(ew_tensor *input, bool hermitian, ew_tensor **out_LD, ew_tensor **out_pivots);

/* `linalg_ldl_factor` with LAPACK's error code for each matrix. PyTorch's defaults: hermitian=False, check_errors=False. */
ew_status ew_linalg_ldl_factor_ex(ew_tensor *input, bool hermitian, bool check_errors, ew_tensor **out_LD,
    ew_tensor **out_pivots, ew_tensor **out_info);

/* X with A X = B, where A is given by `linalg_ldl_factor`. PyTorch's defaults: hermitian=False. */
ew_tensor *ew_linalg_ldl_solve(ew_tensor *LD, ew_tensor *pivots, ew_tensor *B, bool hermitian);

/* LAPACK's QR factors: R above the diagonal, reflectors below it and in tau. */
ew_status ew_geqrf(ew_tensor *input, ew_tensor **out_a, ew_tensor **out_tau);

/* Q with orthonormal columns and upper triangular R with A = Q R; mode 'reduced', 'complete' or 'r' (R alone). PyTorch's defaults: mode='reduced'. */
ew_status ew_linalg_qr(ew_tensor *A, const char *mode, ew_tensor **out_Q, ew_tensor **out_R);

/* `linalg_qr`, reduced if `some`, else complete. PyTorch's defaults: some=True. */
ew_status ew_qr(ew_tensor *input, bool some, ew_tensor **out_Q, ew_tensor **out_R);

/* The first n columns of the product of reflectors I - tau_i v_i v_iᴴ, with v_i below the diagonal of A. */
ew_tensor *ew_linalg_householder_product(ew_tensor *input, ew_tensor *tau);

/* `linalg_householder_product`. */
ew_tensor *ew_orgqr(ew_tensor *input, ew_tensor *input2);

/* `other` multiplied by the product of the reflectors in `input` and `tau`, from the left or the right. PyTorch's defaults: left=True, transpose=False. */
ew_tensor *ew_ormqr(ew_tensor *input, ew_tensor *tau, ew_tensor *other, bool left, bool transpose);

/* X with A X = B (X A = B if not left) for triangular A; the other triangle is not read. PyTorch's defaults: left=True, unitriangular=False. */
ew_tensor *ew_linalg_solve_triangular(ew_tensor *input, ew_tensor *B, bool upper, bool left, bool unitriangular);

/* X with A X = b (Aᵀ X = b if transpose) for triangular A, and a copy of A. PyTorch's defaults: upper=True, transpose=False, unitriangular=False. */
ew_status ew_triangular_solve(ew_tensor *b, ew_tensor *A, bool upper, bool transpose, bool unitriangular,
    ew_tensor **out_solution, ew_tensor **out_cloned_coefficient);

/* X with A X = B (X A = B if not left) for regular (…, n, n) matrices and matrices or vectors B. PyTorch's defaults: left=True. */
ew_tensor *ew_linalg_solve(ew_tensor *A, ew_tensor *B, bool left);

/* `linalg_solve` and, for each matrix, the place of its first pivot that is zero (0 if none). PyTorch's defaults: left=True, check_errors=False. */
ew_status ew_linalg_solve_ex(ew_tensor *A, ew_tensor *B, bool left, bool check_errors, ew_tensor **out_result,
    ew_tensor **out_info);

/* The inverses of (…, n, n) matrices. */
ew_tensor *ew_linalg_inv(ew_tensor *A);

/* `linalg_inv` and, for each matrix, the place of its first pivot that is zero (0 if none). PyTorch's defaults: check_errors=False. */
ew_status ew_linalg_inv_ex(ew_tensor *A, bool check_errors, ew_tensor **out_inverse, ew_tensor **out_info);

/* The inverses of (…, n, n) matrices. */
ew_tensor *ew_inverse(ew_tensor *input);

/* The inverse of the map that `tensordot(A, ·, ind)` is. PyTorch's defaults: ind=2. */
ew_tensor *ew_linalg_tensorinv(ew_tensor *input, int64_t ind);

/* X with tensordot(A, X, X.ndim) = B; the dimensions `dims` of A are moved to its end first. PyTorch's defaults: dims=None. */
ew_tensor *ew_linalg_tensorsolve(ew_tensor *input, ew_tensor *other, const int64_t *dims, size_t dims_count);

/* The determinants of (…, n, n) matrices. */
ew_tensor *ew_linalg_det(ew_tensor *A);

/* Sign and natural logarithm of the magnitude of the determinants. */
ew_status ew_linalg_slogdet(ew_tensor *A, ew_tensor **out_sign, ew_tensor **out_logabsdet);

/* The natural logarithm of the determinants, NaN where one is negative. */
ew_tensor *ew_logdet(ew_tensor *input);

/* Orthonormal U and Vᴴ and singular values S in descending order with A = U diag(S) Vᴴ. PyTorch's defaults: full_matrices=True, driver=None. */
ew_status ew_linalg_svd(ew_tensor *A, bool full_matrices, const char *driver, ew_tensor **out_U, ew_tensor **out_S,
    ew_tensor **out_Vh);

/* The singular values of (…, m, n) matrices, descending. PyTorch's defaults: driver=None. */
ew_tensor *ew_linalg_svdvals(ew_tensor *A, const char *driver);

/* U, S and V with input = U diag(S) Vᴴ. PyTorch's defaults: some=True, compute_uv=True. */
ew_status ew_svd(ew_tensor *input, bool some, bool compute_uv, ew_tensor **out_U, ew_tensor **out_S, ew_tensor **out_V);

/* Eigenvalues, ascending, and orthonormal eigenvectors of symmetric (Hermitian) matrices; one triangle is read. PyTorch's defaults: UPLO='L'. */
ew_status ew_linalg_eigh(ew_tensor *input, const char *UPLO, ew_tensor **out_eigenvalues, ew_tensor **out_eigenvectors);

/* The eigenvalues of symmetric (Hermitian) matrices, ascending. PyTorch's defaults: UPLO='L'. */
ew_tensor *ew_linalg_eigvalsh(ew_tensor *input, const char *UPLO);

/* Complex eigenvalues and eigenvectors of (…, n, n) matrices. */
ew_status ew_linalg_eig(ew_tensor *input, ew_tensor **out_eigenvalues, ew_tensor **out_eigenvectors);

/* The complex eigenvalues of (…, n, n) matrices. */
ew_tensor *ew_linalg_eigvals(ew_tensor *input);

/* X that minimizes |A X - B| with LAPACK's driver 'gelsy' (default), 'gels', 'gelsd' or 'gelss'. PyTorch's defaults: rcond=None, driver=None. */
ew_status ew_linalg_lstsq(ew_tensor *input, ew_tensor *b, const double *rcond, const char *driver,
    ew_tensor **out_solution, ew_tensor **out_residuals, ew_tensor **out_rank, ew_tensor **out_singular_values);

/* The Moore-Penrose inverse; singular values below max(atol, rtol · largest) count as 0. PyTorch's defaults: atol=None, rtol=None, hermitian=False. */
ew_tensor *ew_linalg_pinv(ew_tensor *input, ew_tensor *atol, ew_tensor *rtol, bool hermitian);

/* How many singular values exceed max(atol, rtol · largest). PyTorch's defaults: atol=None, rtol=None, hermitian=False. */
ew_tensor *ew_linalg_matrix_rank(ew_tensor *input, ew_tensor *atol, ew_tensor *rtol, bool hermitian);

/* The n-th power of square matrices; of their inverses if n < 0. */
ew_tensor *ew_linalg_matrix_power(ew_tensor *input, int64_t n);

/* The n-th power of square matrices. */
ew_tensor *ew_matrix_power(ew_tensor *input, int64_t n);

/* The exponential Σ Aᵏ / k! of square matrices. */
ew_tensor *ew_linalg_matrix_exp(ew_tensor *input);

/* The exponential of square matrices. */
ew_tensor *ew_matrix_exp(ew_tensor *input);

/* The positive-definite X with X X = A for positive-definite A. */
ew_tensor *ew_linalg_matrix_sqrth(ew_tensor *input);

/* U with orthonormal columns and positive-semidefinite H with A = U H, for (…, m, n) matrices with m ≥ n. */
ew_status ew_linalg_polar(ew_tensor *A, ew_tensor **out_U, ew_tensor **out_H);

/* An approximate singular value decomposition of rank q of A - M, by randomized subspace iteration. PyTorch's defaults: q=6, niter=2, M=None. */
ew_status ew_svd_lowrank(ew_tensor *A, const int64_t *q, const int64_t *niter, ew_tensor *M, ew_tensor **out_U,
    ew_tensor **out_S, ew_tensor **out_V);

/* The q principal components of the rows of A, by `svd_lowrank` of the centred matrix. PyTorch's defaults: q=None, center=True, niter=2. */
ew_status ew_pca_lowrank(ew_tensor *A, const int64_t *q, bool center, int64_t niter, ew_tensor **out_U,
    ew_tensor **out_S, ew_tensor **out_V);

/* The matrix norm of order ±1, ±2 or ±inf over two dimensions. PyTorch's defaults: ord=2, dim=(-2, -1), keepdim=False, dtype=None. */
ew_tensor *ew_linalg_matrix_norm(ew_tensor *input, const ew_scalar *ord, const int64_t *dim, size_t dim_count,
    bool keepdim, int32_t dtype);

/* The Frobenius ('fro') or nuclear ('nuc') norm over two dimensions. PyTorch's defaults: ord='fro', dim=(-2, -1), keepdim=False, dtype=None. */
ew_tensor *ew_linalg_matrix_norm_str_ord(ew_tensor *A, const char *ord, const int64_t *dim, size_t dim_count,
    bool keepdim, int32_t dtype);

/* A vector norm over one dimension or all, or a matrix norm over two. PyTorch's defaults: ord=None, dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_linalg_norm(ew_tensor *input, const ew_scalar *ord, const int64_t *dim, size_t dim_count, bool keepdim,
    int32_t dtype);

/* The Frobenius ('fro') or nuclear ('nuc') norm. PyTorch's defaults: dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_linalg_norm_ord_str(ew_tensor *input, const char *ord, const int64_t *dim, size_t dim_count,
    bool keepdim, int32_t dtype);

/* |A| |A⁻¹| in the matrix norm of order p (2 by default). PyTorch's defaults: p=None. */
ew_tensor *ew_linalg_cond(ew_tensor *input, const ew_scalar *p);

/* |A| |A⁻¹| in the norm 'fro' or 'nuc'. */
ew_tensor *ew_linalg_cond_p_str(ew_tensor *A, const char *p);

/* `matmul`. */
ew_tensor *ew_linalg_matmul(ew_tensor *input, ew_tensor *other);

/* The product of a chain of matrices in the order of fewest multiplications; the ends may be vectors. */
ew_tensor *ew_linalg_multi_dot(ew_tensor *const *tensors, size_t tensors_count);

/* The product of one or more matrices. */
ew_tensor *ew_chain_matmul(ew_tensor *const *matrices, size_t matrices_count);

/* The vector product along a dimension of size 3. PyTorch's defaults: dim=-1. */
ew_tensor *ew_linalg_cross(ew_tensor *input, ew_tensor *other, int64_t dim);

/* The vector product along `dim`, by default the first dimension of size 3. PyTorch's defaults: dim=None. */
ew_tensor *ew_cross(ew_tensor *input, ew_tensor *other, const int64_t *dim);

/* Σ conj(x) y along a dimension. PyTorch's defaults: dim=-1. */
ew_tensor *ew_linalg_vecdot(ew_tensor *x, ew_tensor *y, int64_t dim);

/* Σ conj(input) other of two vectors. */
ew_tensor *ew_vdot(ew_tensor *input, ew_tensor *other);

/* `beta * input + alpha * outer(vec1, vec2)`. PyTorch's defaults: beta=1, alpha=1. */
ew_tensor *ew_addr(ew_tensor *input, ew_tensor *vec1, ew_tensor *vec2, const ew_scalar *beta, const ew_scalar *alpha);
ew_status ew_addr_(ew_tensor *input, ew_tensor *vec1, ew_tensor *vec2, const ew_scalar *beta, const ew_scalar *alpha);

/* `beta * input + alpha * mat @ vec`. PyTorch's defaults: beta=1, alpha=1. */
ew_tensor *ew_addmv(ew_tensor *input, ew_tensor *mat, ew_tensor *vec, const ew_scalar *beta, const ew_scalar *alpha);
ew_status ew_addmv_(ew_tensor *input, ew_tensor *mat, ew_tensor *vec, const ew_scalar *beta, const ew_scalar *alpha);

/* `beta * input` plus alpha times the sum of the products of two batches of matrices. PyTorch's defaults: beta=1, alpha=1. */
ew_tensor *ew_addbmm(ew_tensor *input, ew_tensor *batch1, ew_tensor *batch2, const ew_scalar *beta,
    const ew_scalar *alpha);
ew_status ew_addbmm_(ew_tensor *input, ew_tensor *batch1, ew_tensor *batch2, const ew_scalar *beta,
    const ew_scalar *alpha);

/* The diagonals of matrices: a view. PyTorch's defaults: offset=0, dim1=-2, dim2=-1. */
ew_tensor *ew_linalg_diagonal(ew_tensor *A, int64_t offset, int64_t dim1, int64_t dim2);

/* The powers 0 … N - 1 of each element, along a new last dimension. PyTorch's defaults: N=None. */
ew_tensor *ew_linalg_vander(ew_tensor *x, const int64_t *N);

/* `input` with the values of `src` combined (sum, prod, mean, amax, amin) into the places `index` names along `dim`. PyTorch's defaults: include_self=True. */
ew_tensor *ew_scatter_reduce(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src, const char *reduce,
    bool include_self);
ew_status ew_scatter_reduce_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src, const char *reduce,
    bool include_self);

/* `input` with `src` added or multiplied into the places `index` names along `dim`. */
ew_tensor *ew_scatter_reducing(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src, const char *reduce);
ew_status ew_scatter_reducing_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *src, const char *reduce);

/* `input` with a number added or multiplied into the places `index` names along `dim`. */
ew_tensor *ew_scatter_reducing_value(ew_tensor *input, int64_t dim, ew_tensor *index, const ew_scalar *value,
    const char *reduce);
ew_status ew_scatter_reducing_value_(ew_tensor *input, int64_t dim, ew_tensor *index, const ew_scalar *value,
    const char *reduce);

/* `input` with the slices of `source` combined (prod, mean, amax, amin) into the slices `index` names along `dim`. PyTorch's defaults: include_self=True. */
ew_tensor *ew_index_reduce(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *source, const char *reduce,
    bool include_self);
ew_status ew_index_reduce_(ew_tensor *input, int64_t dim, ew_tensor *index, ew_tensor *source, const char *reduce,
    bool include_self);

/* `input` with `source` written (or added) at positions of the flattened tensor. PyTorch's defaults: accumulate=False. */
ew_tensor *ew_put(ew_tensor *input, ew_tensor *index, ew_tensor *source, bool accumulate);
ew_status ew_put_(ew_tensor *input, ew_tensor *index, ew_tensor *source, bool accumulate);

/* The largest value so far along `dim`, and the index of its last place. */
ew_status ew_cummax(ew_tensor *input, int64_t dim, ew_tensor **out_values, ew_tensor **out_indices);

/* The smallest value so far along `dim`, and the index of its last place. */
ew_status ew_cummin(ew_tensor *input, int64_t dim, ew_tensor **out_values, ew_tensor **out_indices);

/* Logarithm of the running sum of exponentials along `dim`. */
ew_tensor *ew_logcumsumexp(ew_tensor *input, int64_t dim);

/* Integral along `dim` by the trapezoidal rule, at the points `x` or `dx` apart. PyTorch's defaults: x=None, dx=1, dim=-1. */
ew_tensor *ew_trapezoid(ew_tensor *y, ew_tensor *x, const ew_scalar *dx, int64_t dim);

/* Running integral along `dim` by the trapezoidal rule. PyTorch's defaults: x=None, dx=1, dim=-1. */
ew_tensor *ew_cumulative_trapezoid(ew_tensor *y, ew_tensor *x, const ew_scalar *dx, int64_t dim);

/* The `n`-th difference of neighbours along `dim`. PyTorch's defaults: n=1, dim=-1, prepend=None, append=None. */
ew_tensor *ew_diff(ew_tensor *input, int64_t n, int64_t dim, ew_tensor *prepend, ew_tensor *append);

/* Numerical derivative along `dim`. */
ew_tensor *ew_gradient_step(ew_tensor *input, double spacing, int64_t dim, int64_t edge_order);

/* Numerical derivative along `dim` between points at `coordinates`. */
ew_tensor *ew_gradient_coordinates(ew_tensor *input, ew_tensor *coordinates, int64_t dim, int64_t edge_order);

/* The middle value, the lower one of two; NaN if there is one. */
ew_tensor *ew_median(ew_tensor *input);

/* The middle value of those that are not NaN. */
ew_tensor *ew_nanmedian(ew_tensor *input);

/* The middle value along `dim`, the lower one of two, and its index. PyTorch's defaults: dim=-1, keepdim=False. */
ew_status ew_median_dim(ew_tensor *input, int64_t dim, bool keepdim, ew_tensor **out_values, ew_tensor **out_indices);

/* The middle value along `dim` of those that are not NaN, and its index. PyTorch's defaults: dim=-1, keepdim=False. */
ew_status ew_nanmedian_dim(ew_tensor *input, int64_t dim, bool keepdim, ew_tensor **out_values,
    ew_tensor **out_indices);

/* The `k`-th smallest value along `dim`, counted from 1, and its index. PyTorch's defaults: dim=-1, keepdim=False. */
ew_status ew_kthvalue(ew_tensor *input, int64_t k, int64_t dim, bool keepdim, ew_tensor **out_values,
    ew_tensor **out_indices);

/* The most frequent value along `dim`, the smallest of several, and its last index. PyTorch's defaults: dim=-1, keepdim=False. */
ew_status ew_mode(ew_tensor *input, int64_t dim, bool keepdim, ew_tensor **out_values, ew_tensor **out_indices);

/* The `q`-quantiles of all values or along `dim`; NaN where there is one. PyTorch's defaults: dim=None, keepdim=False, interpolation='linear'. */
ew_tensor *ew_quantile(ew_tensor *input, ew_tensor *q, const int64_t *dim, bool keepdim, const char *interpolation);

/* The `q`-quantiles of the values that are not NaN. PyTorch's defaults: dim=None, keepdim=False, interpolation='linear'. */
ew_tensor *ew_nanquantile(ew_tensor *input, ew_tensor *q, const int64_t *dim, bool keepdim, const char *interpolation);

/* Arithmetic mean over the dimensions `dim` of the values that are not NaN. PyTorch's defaults: dim=None, keepdim=False, dtype=None. */
ew_tensor *ew_nanmean(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim, int32_t dtype);

/* The distinct values (or slices along `dim`) in order, where each element went, how often each occurs. PyTorch's defaults: dim=None. */
ew_status ew_unique_parts(ew_tensor *input, const int64_t *dim, ew_tensor **out_output,
    ew_tensor **out_inverse_indices, ew_tensor **out_counts);

/* The heads of runs of equal neighbours, the run of each element, the lengths of the runs. PyTorch's defaults: dim=None. */
ew_status ew_unique_consecutive_parts(ew_tensor *input, const int64_t *dim, ew_tensor **out_output,
    ew_tensor **out_inverse_indices, ew_tensor **out_counts);

/* Where each value would be inserted into the sorted innermost dimension. PyTorch's defaults: out_int32=False, right=False, side=None, sorter=None. */
ew_tensor *ew_searchsorted(ew_tensor *sorted_sequence, ew_tensor *input, bool out_int32, bool right,
    const char *side, ew_tensor *sorter);
ew_tensor *ew_searchsorted_scalar(ew_tensor *sorted_sequence, const ew_scalar *input, bool out_int32, bool right,
    const char *side, ew_tensor *sorter);

/* The index of the bucket between sorted boundaries that each value falls into. PyTorch's defaults: out_int32=False, right=False. */
ew_tensor *ew_bucketize(ew_tensor *input, ew_tensor *boundaries, bool out_int32, bool right);
ew_tensor *ew_bucketize_scalar(const ew_scalar *input, ew_tensor *boundaries, bool out_int32, bool right);

/* Whether each element is among `test_elements`. PyTorch's defaults: assume_unique=False, invert=False. */
ew_tensor *ew_isin(ew_tensor *elements, ew_tensor *test_elements, bool assume_unique, bool invert);
ew_tensor *ew_isin_scalar(ew_tensor *elements, const ew_scalar *test_elements, bool assume_unique, bool invert);

/* Counts of the values in `bins` equal bins over [min, max], or over their range. PyTorch's defaults: bins=100, min=0, max=0. */
ew_tensor *ew_histc(ew_tensor *input, int64_t bins, const ew_scalar *min, const ew_scalar *max);

/* Edges of `bins` equal bins over a range, or over the range of the values. PyTorch's defaults: low=None, high=None. */
ew_tensor *ew_histogram_edges(ew_tensor *input, int64_t bins, const double *low, const double *high);

/* Counts of rows in the boxes between the edges of each column. PyTorch's defaults: weight=None, density=False. */
ew_tensor *ew_histogramdd_counts(ew_tensor *input, ew_tensor *const *edges, size_t edges_count, ew_tensor *weight,
    bool density);

/* How often each whole number from 0 on occurs. PyTorch's defaults: weights=None, minlength=0. */
ew_tensor *ew_bincount(ew_tensor *input, ew_tensor *weights, int64_t minlength);

/* Products summed over the named dimensions that the result does not name. */
ew_tensor *ew_einsum(const char *equation, ew_tensor *const *operands, size_t operands_count);

/* Products summed over pairs of dimensions of two tensors. */
ew_tensor *ew_tensordot_dims(ew_tensor *a, ew_tensor *b, const int64_t *dims_self, size_t dims_self_count,
    const int64_t *dims_other, size_t dims_other_count);

/* Products summed over the last dimension of both. */
ew_tensor *ew_inner(ew_tensor *input, ew_tensor *other);

/* Kronecker product. */
ew_tensor *ew_kron(ew_tensor *input, ew_tensor *other);

/* The p-norm distance of every row of `x1` from every row of `x2`. PyTorch's defaults: p=2.0, compute_mode=None. */
ew_tensor *ew_cdist(ew_tensor *x1, ew_tensor *x2, double p, const char *compute_mode);

/* The p-norm distances of all pairs of different rows. PyTorch's defaults: p=2.0. */
ew_tensor *ew_pdist(ew_tensor *input, double p);

/* The p-norm of `input - other`. PyTorch's defaults: p=2. */
ew_tensor *ew_dist(ew_tensor *input, ew_tensor *other, const ew_scalar *p);

/* `input` with every slice along `dim` scaled down to a p-norm of at most `maxnorm`. */
ew_tensor *ew_renorm(ew_tensor *input, const ew_scalar *p, int64_t dim, const ew_scalar *maxnorm);
ew_status ew_renorm_(ew_tensor *input, const ew_scalar *p, int64_t dim, const ew_scalar *maxnorm);

/* Covariance matrix of variables (rows) over observations (columns), with optional weights. PyTorch's defaults: correction=1, fweights=None, aweights=None. */
ew_tensor *ew_cov(ew_tensor *input, int64_t correction, ew_tensor *fweights, ew_tensor *aweights);

/* Correlation coefficients of variables (rows) over observations (columns). */
ew_tensor *ew_corrcoef(ew_tensor *input);

/* All combinations of `r` elements, one a row. PyTorch's defaults: r=2, with_replacement=False. */
ew_tensor *ew_combinations(ew_tensor *input, int64_t r, bool with_replacement);

/* All combinations of one element of each vector, one a row. */
ew_tensor *ew_cartesian_prod_list(ew_tensor *const *tensors, size_t tensors_count);

/* A matrix with the given matrices along its diagonal. */
ew_tensor *ew_block_diag_list(ew_tensor *const *tensors, size_t tensors_count);

/* Powers of the elements of a vector, one row for each element. PyTorch's defaults: N=None, increasing=False. */
ew_tensor *ew_vander(ew_tensor *x, const int64_t *N, bool increasing);

/* Sum of the diagonal of a matrix. */
ew_tensor *ew_trace(ew_tensor *input);

/* The matrix that has the flattened elements on its diagonal. PyTorch's defaults: offset=0. */
ew_tensor *ew_diagflat(ew_tensor *input, int64_t offset);

/* The tensors joined as columns. */
ew_tensor *ew_column_stack(ew_tensor *const *tensors, size_t tensors_count);

/* A copy of `input` with `src` at `index` along `dim`. */
ew_tensor *ew_select_scatter(ew_tensor *input, ew_tensor *src, int64_t dim, int64_t index);

/* A copy of `input` with `src` in a slice along `dim`. PyTorch's defaults: dim=0, start=None, end=None, step=1. */
ew_tensor *ew_slice_scatter(ew_tensor *input, ew_tensor *src, int64_t dim, const int64_t *start, const int64_t *end,
    int64_t step);

/* A copy of `input` with `src` on a diagonal. PyTorch's defaults: offset=0, dim1=0, dim2=1. */
ew_tensor *ew_diagonal_scatter(ew_tensor *input, ew_tensor *src, int64_t offset, int64_t dim1, int64_t dim2);

/* A copy of `input` with `src` in a strided window. PyTorch's defaults: storage_offset=None. */
ew_tensor *ew_as_strided_scatter(ew_tensor *input, ew_tensor *src, const int64_t *size, size_t size_count,
    const int64_t *stride, size_t stride_count, const int64_t *storage_offset);

/* A tensor like `input` with one value everywhere. */
ew_tensor *ew_fill(ew_tensor *input, ew_tensor *value);
ew_tensor *ew_fill_scalar(ew_tensor *input, const ew_scalar *value);

/* The sum over the dimensions along which `size` would be broadcast. */
ew_tensor *ew_sum_to_size_of(ew_tensor *input, const int64_t *size, size_t size_count);

/* An uninitialised tensor with the given strides. PyTorch's defaults: dtype=None. */
ew_tensor *ew_empty_strided(const int64_t *size, size_t size_count, const int64_t *stride, size_t stride_count,
    int32_t dtype);

/* Exclusive or of the bits of the elements, as 64-bit values. PyTorch's defaults: dim=None, keepdim=False, mode=0. */
ew_tensor *ew_hash_tensor(ew_tensor *input, const int64_t *dim, size_t dim_count, bool keepdim, int64_t mode);

/* Positions of the first `size` non-zero elements, padded with `fill_value`. PyTorch's defaults: fill_value=-1. */
ew_tensor *ew_nonzero_static(ew_tensor *input, int64_t size, int64_t fill_value);

/* Sums, means, products or extremes of consecutive segments along `axis`. PyTorch's defaults: lengths=None, indices=None, offsets=None, axis=0, unsafe=False, initial=None. */
ew_tensor *ew_segment_reduce(ew_tensor *data, const char *reduce, ew_tensor *lengths, ew_tensor *indices,
    ew_tensor *offsets, int64_t axis, bool unsafe, const ew_scalar *initial);

#ifdef __cplusplus
}
#endif

#endif /* EMBERWING_OPS_H */

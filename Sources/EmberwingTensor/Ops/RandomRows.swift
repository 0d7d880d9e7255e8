// The registry rows of the random ops.
extension Ops {
  @_optimize(none)
  static func registerRandom(_ r: inout Registry) {
    func random(_ dtypes: [DType] = Samples.floats, _ make: @escaping (inout SampleMaker) throws -> [[Value]]) -> Samples {
      Samples(dtypes: dtypes, differentiable: false, deterministic: false, make)
    }
    func fills(_ arguments: [Value]) -> Samples {
      random { m in
        var calls: [[Value]] = []
        for shape: Shape in [[5], [2, 10], [], [0]] { calls.append([.tensor(try m.tensor(shape))] + arguments + [.none]) }
        return calls
      }
    }
    let sizes = random { _ in [[.ints([2, 3]), .none, .none], [.ints([]), .none, .none], [.ints([0, 2]), .none, .none]] }
    let like = random { m in [[.tensor(try m.tensor([2, 3])), .none, .none], [.tensor(try m.tensor([])), .none, .none]] }
    r.add(
      "rand(size, *, generator=None, dtype=None)", rand, "Uniform numbers of [0, 1) of shape `size`.", on: .function,
      samples: sizes)
    r.add(
      "randn(size, *, generator=None, dtype=None)", randn, "Standard normal numbers of shape `size`.", on: .function,
      samples: sizes)
    r.add(
      "randint(high, size, *, generator=None, dtype=None)", randint, "Integers of [0, high) of shape `size`.",
      on: .function, samples: random { _ in [[.int(5), .ints([2, 3]), .none, .none]] })
    r.add(
      "randint.low(low, high, size, *, generator=None, dtype=None)", randintLow,
      "Integers of [low, high) of shape `size`.", on: .function,
      samples: Samples(
        dtypes: [.float32], differentiable: false, deterministic: false,
        bad: { _ in
          [(arguments: [.int(3), .int(3), .ints([2]), .none, .none], message: "random_ expects 'from' to be less than 'to'")]
        }
      ) { _ in [[.int(-5), .int(5), .ints([2, 3]), .none, .none]] })
    r.add(
      "randperm(n, *, generator=None, dtype=None)", randperm, "A random permutation of 0 … n - 1, as int64.",
      on: .function, samples: random { _ in [[.int(5), .none, .none], [.int(0), .none, .none]] })
    r.add(
      "rand_like(input, *, generator=None, dtype=None)", randLike, "Uniform numbers of [0, 1) in the shape of `input`.",
      on: .function, samples: like)
    r.add(
      "randn_like(input, *, generator=None, dtype=None)", randnLike, "Standard normal numbers in the shape of `input`.",
      on: .function, samples: like)
    r.add(
      "randint_like(input, high, *, generator=None, dtype=None)", randintLike,
      "Integers of [0, high) in the shape and dtype of `input`.", on: .function,
      samples: random { m in [[.tensor(try m.tensor([2, 3])), .int(5), .none, .none]] })
    r.add(
      "randint_like.low(input, low, high, *, generator=None, dtype=None)", randintLikeLow,
      "Integers of [low, high) in the shape and dtype of `input`.", on: .function,
      samples: random { m in [[.tensor(try m.tensor([2, 3])), .int(-5), .int(5), .none, .none]] })
    r.add(
      "bernoulli(input, *, generator=None)", bernoulli, "1 with the probability that `input` holds, else 0.",
      samples: random { m in [[.tensor(try m.tensor([2, 3], 0, 1)), .none], [.tensor(try m.tensor([0], 0, 1)), .none]] })
    r.add(
      "bernoulli.p(input, p, *, generator=None)", bernoulliP, "1 with probability `p`, else 0, in the shape of `input`.",
      samples: random { m in [[.tensor(try m.tensor([2, 3])), .float(0.3), .none]] })
    r.add(
      "normal(mean, std=1, *, generator=None)", normal,
      "Normal numbers with the mean and deviation of each element; one of the two may be a number.", on: .function,
      samples: random { m in
        [
          [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3], 0, 1)), .none],
          [.tensor(try m.tensor([2, 3])), .float(2), .none], [.float(1), .tensor(try m.tensor([3], 0, 1)), .none],
        ]
      })
    r.add(
      "normal.float(mean, std, size, *, generator=None, dtype=None)", normalFloat,
      "Normal numbers of shape `size`.", on: .function,
      samples: random { _ in [[.float(1), .float(2), .ints([2, 3]), .none, .none]] })
    r.add(
      "multinomial(input, num_samples, replacement=False, *, generator=None)", multinomial,
      "Indices drawn with the probabilities (not necessarily normed) of each row of `input`.",
      samples: random { m in
        [
          [.tensor(try m.tensor([4], 0.1, 1)), .int(2), .bool(false), .none],
          [.tensor(try m.tensor([2, 4], 0.1, 1)), .int(6), .bool(true), .none],
        ]
      })
    r.add(
      "uniform_(input, from=0, to=1, *, generator=None)", uniformInPlace, "Fills with uniform numbers of [from, to).",
      samples: fills([.float(-1), .float(1)]))
    r.add(
      "normal_(input, mean=0, std=1, *, generator=None)", normalInPlace, "Fills with normal numbers.",
      samples: fills([.float(0), .float(1)]))
    r.add(
      "log_normal_(input, mean=1, std=2, *, generator=None)", logNormalInPlace,
      "Fills with numbers whose logarithms are normal.", samples: fills([.float(1), .float(2)]))
    r.add(
      "bernoulli_(input, p=0.5, *, generator=None)", bernoulliInPlace, "Fills with 1 with probability `p`, else 0.",
      samples: fills([.float(0.5)]))
    r.add(
      "bernoulli_.Tensor(input, p, *, generator=None)", bernoulliTensor,
      "Fills with 1 with the probability that `p` holds at each place, else 0.",
      samples: random { m in [[.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3], 0, 1)), .none]] })
    r.add(
      "random_(input, *, generator=None)", randomInPlace, "Fills with integers of the whole range of the dtype.",
      samples: fills([]))
    r.add(
      "random_.to(input, to, *, generator=None)", randomTo, "Fills with integers of [0, to).", samples: fills([.int(7)]))
    r.add(
      "random_.from(input, from, to, *, generator=None)", randomFrom, "Fills with integers of [from, to).",
      samples: fills([.int(-7), .int(7)]))
    r.add(
      "exponential_(input, lambd=1, *, generator=None)", exponentialInPlace,
      "Fills with numbers of the exponential distribution of rate `lambd`.", samples: fills([.float(2)]))
    r.add(
      "cauchy_(input, median=0, sigma=1, *, generator=None)", cauchyInPlace,
      "Fills with numbers of the Cauchy distribution.", samples: fills([.float(0), .float(1)]))
    r.add(
      "geometric_(input, p, *, generator=None)", geometricInPlace,
      "Fills with the number of trials up to the first success, each of probability `p`.", samples: fills([.float(0.5)]))
  }
}

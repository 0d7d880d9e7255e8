// The registry rows of pooling in three dimensions, of adaptive and fractional pooling and of unpooling.
extension Ops {
  private static func adaptiveSamples(_ n: Int) -> Samples {
    let size: Shape = [[7], [6, 7], [4, 3, 5]][n - 1]
    return Samples(
      dtypes: Samples.floats,
      bad: { m in [(arguments: [.tensor(try m.tensor([3])), .ints([2])], message: "tensor, but got")] }
    ) { m in
      [
        [.tensor(try m.distinct([2, 2] + size)), .ints([1])], [.tensor(try m.distinct([2] + size)), .ints([3])],
        [.tensor(try m.distinct([1, 2] + size)), .ints([5])],
      ]
    }
  }

  @_optimize(none)
  private static func registerAdaptive(_ r: inout Registry) {
    func average(_ n: Int, _ f: @escaping (Tensor, Shape) throws -> Tensor, _ surface: Surface) {
      r.add(
        "adaptive_avg_pool\(n)d(input, output_size)", f,
        "Means of `output_size` even stretches of the last \(n == 1 ? "dimension" : "\(n) dimensions").", on: surface,
        samples: adaptiveSamples(n))
    }
    average(1, adaptiveAvgPool1d, [.function, .nn])
    average(2, adaptiveAvgPool2d, .nn)
    average(3, adaptiveAvgPool3d, .nn)
    func maximum(
      _ n: Int, _ f: @escaping (Tensor, Shape) throws -> Tensor, _ g: @escaping (Tensor, Shape) throws -> (Tensor, Tensor)
    ) {
      r.add(
        "adaptive_max_pool\(n)d(input, output_size)", f,
        "Largest elements of `output_size` even stretches of the last \(n == 1 ? "dimension" : "\(n) dimensions").",
        on: .nn, samples: adaptiveSamples(n))
      r.add(
        "adaptive_max_pool\(n)d_with_indices(input, output_size) -> (out, indices)", g,
        "`adaptive_max_pool\(n)d` and where in its plane each element came from.", on: .hidden, samples: adaptiveSamples(n))
    }
    maximum(1, adaptiveMaxPool1d, adaptiveMaxPool1dWithIndices)
    maximum(2, adaptiveMaxPool2d, adaptiveMaxPool2dWithIndices)
    maximum(3, adaptiveMaxPool3d, adaptiveMaxPool3dWithIndices)
  }

  @_optimize(none)
  private static func registerVolumes(_ r: inout Registry) {
    let maxima = Samples(
      dtypes: Samples.floats,
      bad: { m in
        [
          (
            arguments: [
              .tensor(try m.tensor([1, 2, 3, 3, 3])), .ints([2]), .none, .ints([2]), .ints([1]), .bool(false),
            ], message: "pad should be at most half"
          )
        ]
      }
    ) { m in
      [
        [.tensor(try m.distinct([1, 2, 4, 5, 4])), .ints([2]), .none, .ints([0]), .ints([1]), .bool(false)],
        [.tensor(try m.distinct([2, 4, 4, 5])), .ints([3, 2, 2]), .ints([2]), .ints([1]), .ints([1]), .bool(true)],
        [.tensor(try m.distinct([1, 4, 5, 4])), .ints([2]), .ints([1]), .ints([0]), .ints([2]), .bool(false)],
      ]
    }
    r.add(
      "max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False)", maxPool3d,
      "Largest element of each window of the volumes [D, H, W].", on: [.function, .nn], samples: maxima)
    r.add(
      "max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False) -> (out, indices)",
      maxPool3dWithIndices, "`max_pool3d` and where in its volume each element came from.", on: .hidden, samples: maxima)
    r.add(
      "avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None)",
      avgPool3d, "Mean of each window of the volumes [D, H, W].", on: .nn,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([1, 2, 4, 5, 4])), .ints([2]), .none, .ints([0]), .bool(false), .bool(true), .none],
          [.tensor(try m.tensor([2, 4, 4, 5])), .ints([3]), .ints([2]), .ints([1]), .bool(true), .bool(false), .none],
          [.tensor(try m.tensor([1, 4, 4, 5])), .ints([2]), .ints([1]), .ints([1]), .bool(false), .bool(true), .int(3)],
        ]
      })
  }

  @_optimize(none)
  static func registerPoolingFamily(_ r: inout Registry) {
    registerVolumes(&r)
    registerAdaptive(&r)
    func fractional(_ n: Int) -> Samples {
      let size: Shape = n == 2 ? [6, 7] : [5, 5, 6]
      return Samples(
        dtypes: Samples.floats,
        bad: { m in
          [
            (
              arguments: [
                .tensor(try m.tensor([1, 2] + size)), .ints([4]), .ints([4]), .tensor(try m.tensor([1, 2, n], 0, 1)),
              ], message: "too large relative to input size"
            )
          ]
        }
      ) { m in
        [[.tensor(try m.distinct([1, 2] + size)), .ints([2]), .ints([3]), .tensor(try m.tensor([1, 2, n], 0, 1))]]
      }.constant([3])
    }
    r.add(
      "fractional_max_pool2d(input, kernel_size, output_size, random_samples) -> (out, indices)", fractionalMaxPool2d,
      "Largest elements of `output_size` windows of planes at pseudo-random steps, and where they were.", on: .hidden,
      samples: fractional(2))
    r.add(
      "fractional_max_pool3d(input, kernel_size, output_size, random_samples) -> (out, indices)", fractionalMaxPool3d,
      "Largest elements of `output_size` windows of volumes at pseudo-random steps, and where they were.", on: .hidden,
      samples: fractional(3))
    r.add(
      "max_unpool(input, indices, output_size)", maxUnpool,
      "`input` put at `indices` of zero planes of `output_size`: the way back from a maximum pooling.", on: .hidden,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          [
            (
              arguments: [.tensor(try m.tensor([1, 2, 2])), .tensor(try m.indices([1, 2, 2], 9, 12)), .ints([2, 2])],
              message: "invalid max index"
            )
          ]
        }
      ) { m in
        let places = try Ops.reshape(try Ops.arange(0, 8, 2, .int64), [1, 2, 2])
        return [[.tensor(try m.tensor([1, 2, 2])), .tensor(places), .ints([2, 4])]]
      })
  }
}

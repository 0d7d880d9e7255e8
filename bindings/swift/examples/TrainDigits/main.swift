// Trains a small convolutional network to read handwritten digits, in Swift.
//
//     swift run -c release train-digits [digits.csv]
//
// One fifth of the digits is held out. The exit status is 1 when fewer than 97 % of those are read correctly.
import Emberwing
import Foundation

/// Lines of 64 grey values from 0 to 16 and a label, as images [n, 1, 8, 8] from 0 to 1 and labels [n].
func readDigits(_ path: String) throws -> TensorDataset {
  let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
  let table = Tensor(lines.map { line in line.split(separator: ",").map { Double($0) ?? .nan } })
  let images = table[.all, ..<64].reshape([-1, 1, 8, 8]) / 16
  let labels = table[.all, 64].long()
  return try TensorDataset(images, labels)
}

/// The share of a dataset that the model reads correctly.
func accuracy(of model: Module, on digits: DataLoader) throws -> Double {
  model.eval()
  defer { model.train() }
  return try noGrad {
    var right = 0.0
    var count = 0
    for (images, labels) in digits.pairs() {
      right += try (model(images).argmax(dim: 1) .== labels).sum().item()
      count += labels.count
    }
    return right / Double(count)
  }
}

func showProgress(_ epoch: Int, of epochs: Int, done: Double) {
  let filled = Int(20 * done)
  let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
  print("\repoch \(epoch)/\(epochs) [\(bar)]", terminator: "")
  fflush(nil)
}

func percent(_ share: Double) -> String { String(format: "%.2f %%", 100 * share) }

let path = CommandLine.arguments.dropFirst().first ?? "bindings/python/emberwing/data/digits.csv"
let epochs = 12
manualSeed(0)

let digits = try readDigits(path)
let parts = try randomSplit(digits, fractions: [0.8, 0.2])
let training = try DataLoader(parts[0], batchSize: 32, shuffle: true)
let heldOut = try DataLoader(parts[1], batchSize: 256)
print("\(parts[0].count) digits to learn from, \(parts[1].count) held out")

let model = try Sequential(
  Conv2d(1, 16, kernelSize: 3, padding: 1),
  BatchNorm2d(16),
  ReLU(),
  Conv2d(16, 32, kernelSize: 3, padding: 1),
  ReLU(),
  MaxPool2d(2),
  Flatten(),
  Dropout(0.2),
  Linear(32 * 4 * 4, 10))
let optimizer = try Adam(model.parameters(), lr: 2e-3)
let schedule = try CosineAnnealingLR(optimizer, tMax: epochs)

var share = 0.0
for epoch in 1...epochs {
  var total = 0.0
  for (step, (images, labels)) in training.pairs().enumerated() {
    let loss = try model(images).crossEntropy(labels)
    try optimizer.zeroGrad()
    loss.backward()
    try optimizer.step()
    total += loss.item()
    showProgress(epoch, of: epochs, done: Double(step + 1) / Double(training.count))
  }
  try schedule.step()
  share = try accuracy(of: model, on: heldOut)
  print(" loss \(String(format: "%.4f", total / Double(training.count)))  held-out accuracy \(percent(share))")
}
exit(share >= 0.97 ? 0 : 1)

import Emberwing
import Foundation
import Testing

/// The Swift program that README.md shows: compiled here as it stands there, and run.
@Suite struct ReadmeTests {
  private func lines(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func programOfREADME() throws {
    manualSeed(0)
    // README begins
    let x = Tensor.randn([64, 3])
    let y = x.sum(dim: 1, keepdim: true)
    let model = try Sequential(Linear(3, 16), ReLU(), Linear(16, 1))
    let optimizer = try Adam(model.parameters(), lr: 1e-2)
    for _ in 0..<200 {
      let loss = try model(x).mseLoss(y)
      try optimizer.zeroGrad()
      loss.backward()
      try optimizer.step()
    }
    // README ends
    #expect(try model(x).mseLoss(y).item() < 0.05)
  }

  @Test func programIsThatOfREADME() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let shown = try #require(readme.components(separatedBy: "```swift\n").dropFirst().first)
    let block = lines(shown.components(separatedBy: "```")[0]).filter { $0 != "import Emberwing" }
    let source = lines(try String(contentsOfFile: #filePath, encoding: .utf8))
    let start = try #require(source.firstIndex(of: "// README begins"))
    let end = try #require(source.firstIndex(of: "// README ends"))
    #expect(block == Array(source[(start + 1)..<end]))
  }
}

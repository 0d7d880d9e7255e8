// Writes every generated file from the op registry: `emberwing-codegen` writes, `emberwing-codegen --check` compares.
import EmberwingTensor
import Foundation

let arguments = CommandLine.arguments.dropFirst()
let checking = arguments.contains("--check")
let root = arguments.first { !$0.hasPrefix("--") } ?? FileManager.default.currentDirectoryPath

guard FileManager.default.fileExists(atPath: root + "/Package.swift") else {
  print("emberwing-codegen: run it in the repository's root, or name that folder: \(root) has no Package.swift")
  exit(2)
}

let ops = Registry.all
var files: [(path: String, text: String)] = [
  ("include/emberwing_ops.h", CHeader.text(ops)),
  ("Sources/EmberwingC/Generated/Ops.swift", CGlue.text(ops)),
  ("Sources/Emberwing/Generated/Tensor+Ops.swift", SwiftMethods.text(ops)),
  ("bindings/python/emberwing/_generated/functions.py", PythonFunctions.text(ops)),
  ("bindings/python/emberwing/_generated/__init__.py", PythonFunctions.packageText),
]
let handWritten = ["emberwing", "emberwing_nn", "emberwing_optim", "emberwing_data"].map {
  (try? String(contentsOfFile: "\(root)/include/\($0).h", encoding: .utf8)) ?? ""
}
files.append(("Tests/CABITests/abi.txt", ABIList.text(headers: handWritten + [files[0].text])))

var stale: [String] = []
for (path, text) in files {
  let full = root + "/" + path
  let old = try? String(contentsOfFile: full, encoding: .utf8)
  if old == text { continue }
  stale.append(path)
  if checking { continue }
  let folder = (full as NSString).deletingLastPathComponent
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try text.write(toFile: full, atomically: true, encoding: .utf8)
}
if checking && !stale.isEmpty {
  print("generated files are out of date: \(stale.joined(separator: ", "))\nrun: make generate")
  exit(1)
}
print(checking ? "generated files are up to date" : "\(ops.count) ops; \(stale.count) files changed")

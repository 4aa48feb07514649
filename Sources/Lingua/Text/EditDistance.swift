/// How many letters must be added, dropped or changed to make one name of the other (Levenshtein). For short names.
package func editDistance(_ a: String, _ b: String) -> Int {
  let target = Array(b.utf8.prefix(64))
  var row = Array(0...target.count)
  for (i, x) in a.utf8.prefix(64).enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in target.enumerated() {
      let change = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[target.count]
}

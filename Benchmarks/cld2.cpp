// How fast CLD2 tells the language of each line of a file, in process: the peer of `Benchmarks/run.py --only detect`.
//
//     c++ -O2 -o cld2 Benchmarks/cld2.cpp -lcld2 && ./cld2 lines.txt
//
// Prints megabytes and lines a second, and how many lines got each answer of kk, ru, en or another.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>

int main(int count, char **arguments) {
  if (count < 2) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<std::pair<size_t, size_t>> lines;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.find('\n', start);
    if (end == std::string::npos) end = text.size();
    if (end > start) lines.emplace_back(start, end - start);
    start = end + 1;
  }
  size_t found[4] = {0, 0, 0, 0};
  auto before = std::chrono::steady_clock::now();
  for (auto [start, size] : lines) {
    bool isReliable = false;
    CLD2::Language language = CLD2::DetectLanguage(text.data() + start, int(size), true, &isReliable);
    const char *code = CLD2::LanguageCode(language);
    found[!strcmp(code, "kk") ? 0 : !strcmp(code, "ru") ? 1 : !strcmp(code, "en") ? 2 : 3] += 1;
  }
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
  std::printf("%.2f MB/s, %.0f lines/s (kk %zu, ru %zu, en %zu, other %zu)\n", text.size() / 1e6 / seconds.count(),
              lines.size() / seconds.count(), found[0], found[1], found[2], found[3]);
}

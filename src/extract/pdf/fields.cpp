#include "extract/pdf/fields.hpp"

#include <algorithm>

#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

Text text_at(const std::string& utf8, const Place& place) {
  Text text;
  text.utf8 = repaired(utf8);
  if (text.empty()) return text;
  Span span;
  span.end = text.utf8.size();
  span.place = place;
  span.origin = Origin::form_field;
  text.spans.push_back(std::move(span));
  return text;
}

Place place_of_field(const PageField& entry) {
  Place place;
  place.page = entry.page;
  place.box = entry.field.box;
  return place;
}

/// The printed words nearest to the field: before it on its line, else just above it.
class LabelFinder {
 public:
  explicit LabelFinder(const Document& document) {
    for (const Block& block : document.blocks) {
      add(block.text);
      for (const Cell& cell : block.table.cells) add(cell.text);
    }
  }

  [[nodiscard]] Text find(const PageField& entry) const {
    const Box& field = entry.field.box;
    const Entry* best = nullptr;
    double nearest = 200;  // points; further words belong to something else
    for (const Entry& candidate : entries_) {
      const Box& box = candidate.span->place.box;
      if (candidate.span->place.page != entry.page) continue;
      const double middle = (box.top + box.bottom) / 2;
      const bool beside = middle >= field.top - 2 && middle <= field.bottom + 2 && box.left < field.left;
      const bool above = box.bottom <= field.top + 4 && box.left < field.right && box.right > field.left;
      double distance = 1e9;
      if (beside) distance = std::max(0.0, field.left - box.right);
      if (above) distance = std::max(0.0, field.top - box.bottom) + 12;
      if (distance >= nearest) continue;
      nearest = distance;
      best = &candidate;
    }
    if (best == nullptr) return {};
    return label_before(*best, field);
  }

 private:
  struct Entry {
    const Text* text;
    const Span* span;
  };

  void add(const Text& text) {
    for (const Span& span : text.spans)
      if (span.origin == Origin::text_layer) entries_.push_back({&text, &span});
  }

  static Text label_before(const Entry& entry, const Box& field) {
    const Span& span = *entry.span;
    std::size_t end = span.end;
    for (const Stop& stop : span.stops)
      if (static_cast<double>(stop.x) >= field.left - 1 && span.place.box.bottom > field.top + 4) {
        end = stop.offset;
        break;
      }
    std::string_view words = std::string_view(entry.text->utf8).substr(span.begin, end - span.begin);
    words = trimmed(words);
    while (!words.empty() &&
           (words.back() == ':' || words.back() == '.' || words.back() == '_' || words.back() == ' '))
      words.remove_suffix(1);
    const auto begin = static_cast<std::size_t>(words.data() - entry.text->utf8.data());
    return slice(*entry.text, begin, begin + words.size());
  }

  std::vector<Entry> entries_;
};

bool is_tick(const Field& field) {
  return field.kind == Field::Kind::check || field.kind == Field::Kind::radio;
}

}  // namespace

void add_field_answers(const std::vector<PageField>& fields, Document& document) {
  if (fields.empty()) return;
  const LabelFinder labels(document);
  for (const PageField& entry : fields) {
    if (is_tick(entry.field)) continue;
    Answer answer;
    answer.kind = entry.field.kind == Field::Kind::choice ? Answer::Kind::choice : Answer::Kind::text;
    answer.place = place_of_field(entry);
    answer.label = labels.find(entry);
    if (answer.label.empty()) answer.label = text_at(entry.field.name, answer.place);
    answer.value = text_at(entry.field.value, answer.place);
    document.answers.push_back(std::move(answer));
  }
}

void add_unlabelled_ticks(const std::vector<PageField>& fields, Document& document) {
  for (const PageField& entry : fields) {
    if (!is_tick(entry.field)) continue;
    const Box& box = entry.field.box;
    const bool known =
        std::any_of(document.answers.begin(), document.answers.end(), [&](const Answer& answer) {
          const Box& other = answer.place.box;
          return answer.kind == Answer::Kind::tick && answer.place.page == entry.page &&
                 other.left < box.right && box.left < other.right && other.top < box.bottom &&
                 box.top < other.bottom;
        });
    if (known) continue;
    Answer answer;
    answer.kind = Answer::Kind::tick;
    answer.ticked = entry.field.checked;
    answer.place = place_of_field(entry);
    answer.label = text_at(entry.field.name, answer.place);
    document.answers.push_back(std::move(answer));
  }
}

}  // namespace ruamlint::pdf

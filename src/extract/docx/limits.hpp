// What a DOCX may ask of this machine, in one place. A file that asks for more is refused, never half read
// without a word. Word's own limits, where it has one, are far below these.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ruamlint::docx {

inline constexpr std::uint64_t mebibyte = 1024 * 1024;

// The package.
inline constexpr std::size_t max_package_entries = 10'000;
inline constexpr std::uint64_t max_package_bytes =
    1024 * mebibyte;                                               ///< all entries inflated, as they declare
inline constexpr std::uint64_t max_part_bytes = 128 * mebibyte;    ///< one part, as it really inflates
inline constexpr std::uint64_t max_parts_bytes = 256 * mebibyte;   ///< all parts that were read
inline constexpr std::uint64_t ratio_floor_bytes = 16 * mebibyte;  ///< below it any ratio is harmless
inline constexpr std::uint64_t max_ratio = 200;                    ///< inflated to deflated, above the floor

// XML. libxml2 itself stops at 256 levels; stopping before it gives our own words for it.
inline constexpr int max_xml_depth = 240;
inline constexpr int max_attributes = 500;  ///< of one element; libxml2 compares each with all others

// Content whose cost is not bounded by its length in the file.
inline constexpr std::size_t max_list_patterns = 20'000;  ///< Word allows some 2,000
inline constexpr std::size_t max_lists = 200'000;         ///< Word allows 32,767
inline constexpr std::size_t max_styles = 100'000;        ///< Word allows some 4,000
inline constexpr std::size_t max_relations = 100'000;     ///< of one part; further ones are not looked at
inline constexpr int max_items = 200'000;  ///< paragraphs, cells, fields and links of one part together
inline constexpr std::size_t max_open_fields = 200;    ///< within one another; deeper ones are no fields
inline constexpr int max_table_columns = 1'000;        ///< a gridSpan may claim any number; Word allows 63
inline constexpr std::size_t max_frames = 200;         ///< of one column; with more rows it is a list
inline constexpr int max_style_ancestors = 64;         ///< basedOn may run in a circle
inline constexpr std::size_t max_number_bytes = 256;   ///< one automatic number
inline constexpr std::size_t max_label_bytes = 600;    ///< an answer's label: some 200 Thai letters
inline constexpr std::size_t max_echo_bytes = 20'000;  ///< of a control's text that may be repeated behind it
inline constexpr std::size_t max_address_bytes = 2'100;  ///< a link's target; browsers stop at about 2,000
inline constexpr std::size_t max_prompts = 10'000;       ///< of a glossary
inline constexpr std::size_t max_pictures = 200;         ///< handed to recognition
inline constexpr std::uint64_t max_picture_bytes = 64 * mebibyte;
inline constexpr int max_chunks = 20;                            ///< parts of other formats read as text
inline constexpr std::uint64_t max_chunk_bytes = 16 * mebibyte;  ///< pictures of a saved web page included
inline constexpr std::uint64_t max_page_bytes = 4 * mebibyte;    ///< of HTML
inline constexpr std::uint64_t max_form_object_bytes = mebibyte;
inline constexpr int max_chart_points = 500;         ///< of one series; further ones are left out
inline constexpr std::size_t max_chart_series = 50;  ///< likewise
inline constexpr std::size_t max_quote_bytes = 240;  ///< a note's quotation

}  // namespace ruamlint::docx

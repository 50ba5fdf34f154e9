#include "extract/ocr/strokes.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <optional>

#include "extract/ocr/bits.hpp"

namespace ruamlint::ocr {
namespace {

// In body heights.
constexpr double least_radius = 2.2, most_radius = 16;
constexpr double least_length = 8;    // of a straight line
constexpr double least_piece = 3;     // longer side of a piece of ink that may belong to either
constexpr double most_thickness = 0.45;
constexpr double beside = 0.3;        // where a stroke has paper on either side
// Shares of a stroke's length.
constexpr double least_ink = 0.72;    // a circle drawn at will over text has ink at a third
constexpr double least_line_ink = 0.9;
constexpr double most_ink_beside = 0.5;

constexpr std::size_t most_pieces = 60;  // of a page that are looked at: the largest
constexpr std::size_t most_strokes = 16;
constexpr int trials = 1'500;
constexpr std::size_t most_spots = 6'000;

struct Spot {
  int x, y;
};

struct Direction {
  double x, y;
};

/// A spot on a stroke's middle, and the way across it.
struct Station {
  double x, y;
  Direction across;

  [[nodiscard]] Spot at(double outwards) const {
    return {static_cast<int>(std::lround(x + outwards * across.x)),
            static_cast<int>(std::lround(y + outwards * across.y))};
  }
};

constexpr std::size_t degrees = 360;

const std::array<Direction, degrees>& all_directions() {
  static const auto directions = [] {
    std::array<Direction, degrees> all{};
    for (std::size_t i = 0; i < degrees; ++i) {
      const double angle = std::numbers::pi * static_cast<double>(i) / 180;
      all[i] = {std::cos(angle), std::sin(angle)};
    }
    return all;
  }();
  return directions;
}

Station on_ring(const Ring& ring, const Direction& direction) {
  return {ring.x + ring.radius * direction.x, ring.y + ring.radius * direction.y, direction};
}

/// Whether there is ink, give or take a pixel.
bool inked(const Bits& ink, const Station& station, double outwards) {
  for (const double shift : {0.0, 1.0, -1.0}) {
    const Spot spot = station.at(outwards + shift);
    if (ink.at(spot.x, spot.y)) return true;
  }
  return false;
}

/// The share of the circle that is inked, seen at every so many degrees.
double inked_share(const Bits& ink, const Ring& ring, double outwards, std::size_t every) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < degrees; i += every)
    count += inked(ink, on_ring(ring, all_directions()[i]), outwards) ? 1 : 0;
  return static_cast<double>(count * every) / degrees;
}

std::optional<Ring> circle_through(const Spot& a, const Spot& b, const Spot& c) {
  const double ax = a.x, ay = a.y, bx = b.x, by = b.y, cx = c.x, cy = c.y;
  const double d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (std::abs(d) < 1) return std::nullopt;
  const double aa = ax * ax + ay * ay, bb = bx * bx + by * by, cc = cx * cx + cy * cy;
  Ring ring;
  ring.x = (aa * (by - cy) + bb * (cy - ay) + cc * (ay - by)) / d;
  ring.y = (aa * (cx - bx) + bb * (ax - cx) + cc * (bx - ax)) / d;
  ring.radius = std::hypot(ax - ring.x, ay - ring.y);
  return ring;
}

/// The same pictures give the same strokes.
class Chance {
 public:
  const Spot& of(const std::vector<Spot>& spots) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return spots[static_cast<std::size_t>(state_ >> 33U) % spots.size()];
  }

 private:
  std::uint64_t state_ = 20;
};

/// Moves the circle by single pixels to where it has most ink.
Ring refined(const Bits& ink, Ring ring) {
  constexpr std::size_t every = 2;
  constexpr int most_steps = 12;
  double best = inked_share(ink, ring, 0, every);
  for (int step = 0; step < most_steps; ++step) {
    const Ring before = ring;
    for (const auto& [dx, dy, dr] : {std::array{1.0, 0.0, 0.0}, std::array{-1.0, 0.0, 0.0},
                                     std::array{0.0, 1.0, 0.0}, std::array{0.0, -1.0, 0.0},
                                     std::array{0.0, 0.0, 1.0}, std::array{0.0, 0.0, -1.0}}) {
      const Ring moved{before.x + dx, before.y + dy, before.radius + dr};
      const double share = inked_share(ink, moved, 0, every);
      if (share <= best) continue;
      best = share;
      ring = moved;
    }
    if (ring.x == before.x && ring.y == before.y && ring.radius == before.radius) break;
  }
  return ring;
}

std::optional<Ring> find_ring(const Bits& ink, const std::vector<Spot>& spots, double body_height) {
  constexpr std::size_t every = 15;
  constexpr double promising = 0.5;
  Chance chance;
  std::optional<Ring> best;
  double most = promising;
  for (int trial = 0; trial < trials; ++trial) {
    const auto ring = circle_through(chance.of(spots), chance.of(spots), chance.of(spots));
    if (!ring || ring->radius < least_radius * body_height || ring->radius > most_radius * body_height) continue;
    const double share = inked_share(ink, *ring, 0, every);
    if (share <= most) continue;
    most = share;
    best = ring;
  }
  if (!best) return std::nullopt;
  const Ring ring = refined(ink, *best);
  const bool sound = inked_share(ink, ring, 0, 1) >= least_ink &&
                     inked_share(ink, ring, beside * body_height, 1) <= most_ink_beside &&
                     inked_share(ink, ring, -beside * body_height, 1) <= most_ink_beside;
  return sound ? std::optional(ring) : std::nullopt;
}

std::vector<Station> stations_of(const Ring& ring) {
  const auto steps = static_cast<std::size_t>(std::ceil(3 * std::numbers::pi * ring.radius));
  std::vector<Station> stations;
  for (std::size_t i = 0; i < steps; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(steps);
    stations.push_back(on_ring(ring, {std::cos(angle), std::sin(angle)}));
  }
  return stations;
}

/// As far as the straight line through both spots has ink, a station a pixel; empty where that is no line.
std::vector<Station> line_through(const Bits& ink, const Spot& a, const Spot& b, double body_height) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (length < body_height) return {};
  const Direction along{(b.x - a.x) / length, (b.y - a.y) / length};
  const int most_gap = static_cast<int>(0.3 * body_height) + 2;
  std::vector<Station> stations;
  const auto follow = [&](double sign) {
    std::size_t sound = stations.size();
    int gap = 0;
    for (double way = sign > 0 ? 0 : 1; gap <= most_gap; ++way) {
      stations.push_back({a.x + sign * way * along.x, a.y + sign * way * along.y, {-along.y, along.x}});
      gap = inked(ink, stations.back(), 0) ? 0 : gap + 1;
      if (gap == 0) sound = stations.size();
    }
    stations.resize(sound);
  };
  follow(1);
  follow(-1);
  return stations;
}

bool is_line(const Bits& ink, const std::vector<Station>& stations, double body_height) {
  const auto length = static_cast<double>(stations.size());
  if (length < least_length * body_height) return false;
  const auto share = [&](double outwards) {
    return static_cast<double>(std::count_if(stations.begin(), stations.end(), [&](const Station& station) {
             return inked(ink, station, outwards);
           })) / length;
  };
  return share(0) >= least_line_ink && share(beside * body_height) <= most_ink_beside &&
         share(-beside * body_height) <= most_ink_beside;
}

std::vector<Station> find_line(const Bits& ink, const std::vector<Spot>& spots, double body_height) {
  Chance chance;
  std::vector<Station> best;
  for (int trial = 0; trial < trials / 4; ++trial) {
    const Spot& a = chance.of(spots);
    const Spot& b = chance.of(spots);
    std::vector<Station> line = line_through(ink, a, b, body_height);
    if (line.size() > best.size() && is_line(ink, line, body_height)) best = std::move(line);
  }
  return best;
}

/// The stretch of ink across a stroke, as distances from its middle; empty where there is none.
struct Crossing {
  int from = 0, to = -1;
  [[nodiscard]] int length() const { return to - from + 1; }
};

Crossing crossing(const Bits& ink, const Station& station, int reach) {
  const auto is_ink = [&](int outwards) {
    const Spot spot = station.at(outwards);
    return ink.at(spot.x, spot.y);
  };
  Crossing found;
  constexpr std::array starts = {0, 1, -1, 2, -2};
  const auto* start = std::find_if(starts.begin(), starts.end(), is_ink);
  if (start == starts.end()) return found;
  found.from = found.to = *start;
  while (found.from > -reach && is_ink(found.from - 1)) --found.from;
  while (found.to < reach && is_ink(found.to + 1)) ++found.to;
  return found;
}

/// Clears a stroke. Where the ink across it is clearly longer than the stroke is thick, a letter's stroke
/// crosses, and stays. False where it is too thick for a stroke.
bool erase(Bits& ink, const std::vector<Station>& stations, double body_height) {
  const int reach = static_cast<int>(std::ceil(2 * most_thickness * body_height));
  std::vector<Crossing> crossings;
  std::vector<int> lengths;
  for (const Station& station : stations) {
    crossings.push_back(crossing(ink, station, reach));
    if (crossings.back().length() > 0) lengths.push_back(crossings.back().length());
  }
  if (lengths.empty()) return false;
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  if (*middle > most_thickness * body_height) return false;
  const double most = 1.5 * *middle + 1.5;
  for (std::size_t i = 0; i < stations.size(); ++i) {
    const Crossing& across = crossings[i];
    if (across.length() <= 0 || across.length() > most) continue;
    for (int outwards = across.from - 1; outwards <= across.to + 1; ++outwards) {
      const Spot spot = stations[i].at(outwards);
      ink.clear(spot.x, spot.y);
    }
  }
  return true;
}

/// Pixels of one piece of ink, at most so many, spread over all of it.
std::vector<Spot> spots_of(Pix& piece, int left, int top) {
  l_int32 area = 0;
  pixCountPixels(&piece, &area, nullptr);
  const auto every = static_cast<std::size_t>(area) / most_spots + 1;
  const Bits ink(piece);
  std::vector<Spot> spots;
  std::size_t count = 0;
  for (int y = 0; y < pixGetHeight(&piece); ++y)
    for (int x = 0; x < pixGetWidth(&piece); ++x)
      if (ink.at(x, y) && count++ % every == 0) spots.push_back({left + x, top + y});
  return spots;
}

/// The pieces of ink that are large enough, largest first.
std::vector<std::vector<Spot>> large_pieces(Pix& ink, double body_height) {
  Pixa* all = nullptr;
  Boxa* boxes = pixConnComp(&ink, &all, 8);
  boxaDestroy(&boxes);
  const PixaPtr owner(all);
  if (!owner) return {};
  struct Piece {
    int index, side;
  };
  std::vector<Piece> large;
  for (int i = 0; i < pixaGetCount(all); ++i) {
    int w = 0, h = 0;
    pixaGetBoxGeometry(all, i, nullptr, nullptr, &w, &h);
    if (std::max(w, h) >= least_piece * body_height && std::min(w, h) >= 0.3 * body_height)
      large.push_back({i, std::max(w, h)});
  }
  std::stable_sort(large.begin(), large.end(), [](const Piece& a, const Piece& b) { return a.side > b.side; });
  if (large.size() > most_pieces) large.resize(most_pieces);
  std::vector<std::vector<Spot>> pieces;
  for (const Piece& piece : large) {
    int x = 0, y = 0;
    pixaGetBoxGeometry(all, piece.index, &x, &y, nullptr, nullptr);
    const PixPtr shape(pixaGetPix(all, piece.index, L_CLONE));
    pieces.push_back(spots_of(*shape, x, y));
  }
  return pieces;
}

}  // namespace

std::vector<Ring> take_strokes_over_text(Pix& ink, double body_height) {
  constexpr std::size_t least_spots = 50;
  std::vector<Ring> rings;
  if (body_height <= 0) return rings;
  Bits pixels(ink);
  std::size_t taken = 0;
  for (std::vector<Spot>& spots : large_pieces(ink, body_height))
    while (taken < most_strokes) {
      std::erase_if(spots, [&](const Spot& spot) { return !pixels.at(spot.x, spot.y); });
      if (spots.size() < least_spots) break;
      if (const auto ring = find_ring(pixels, spots, body_height);
          ring && erase(pixels, stations_of(*ring), body_height)) {
        rings.push_back(*ring);
      } else if (!erase(pixels, find_line(pixels, spots, body_height), body_height)) {
        break;
      }
      ++taken;
    }
  return rings;
}

}  // namespace ruamlint::ocr

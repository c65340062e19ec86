-- Load for wrk: country pages of all areas in turn, each thread beginning at another one.
-- Arguments: the file with one path a line.
local paths = {}
local at = 0
local threads = 0

function setup(thread)
  thread:set("offset", threads * 37)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = line
  end
  at = offset or 0
end

function request()
  at = at + 1
  return wrk.format("GET", paths[at % #paths + 1], { ["Accept-Encoding"] = "gzip, br" })
end

function done(summary, latency, requests)
  io.write(string.format(
    "RESULT requests=%d errors=%d rps=%.1f p50=%.2f p95=%.2f p99=%.2f max=%.2f\n",
    summary.requests,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout,
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end

-- Asks for addresses in turn, with the Accept and If-None-Match headers given, and prints one line of results.
local paths, at = {}, 0

function init(args)
    for line in io.lines(args[1]) do paths[#paths + 1] = line end
    at = math.random(#paths)
    wrk.headers["Accept"] = args[2]
    if args[3] then wrk.headers["If-None-Match"] = args[3] end
end

function request()
    at = at % #paths + 1
    return wrk.format("GET", paths[at])
end

function done(summary, latency)
    local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout + summary.errors.status
    io.write(string.format("RESULT p50=%.3f p95=%.3f rps=%.1f errors=%d\n",
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.requests / (summary.duration / 1e6), errors))
end

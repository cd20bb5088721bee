package api

import (
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"tamga/office"
)

// measures are what /metrics shows: what the office did and how the door answered. Labels are routes and statuses, never
// cases, parties or accounts.
type measures struct {
	registry *prometheus.Registry
	answers  *prometheus.HistogramVec
}

const microsecond = 1e-6

func newMeasures(of *office.Office) *measures {
	m := &measures{registry: prometheus.NewRegistry()}
	m.answers = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "tamga_http_seconds", Help: "How long answers took, by route and status.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
	}, []string{"route", "status"})
	m.registry.MustRegister(m.answers, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	done := &of.Measures
	m.count("tamga_lodged_total", "Declarations taken in.", &done.Lodged, 1)
	m.count("tamga_judged_total", "Declarations judged.", &done.Judged, 1)
	m.count("tamga_registered_automatically_total", "Declarations registered without an official.", &done.RegisteredAlone, 1)
	m.count("tamga_released_automatically_total", "Declarations released without an official.", &done.ReleasedAlone, 1)
	m.count("tamga_lodging_seconds_total", "Time spent on taking declarations in.", &done.LodgedTime, microsecond)
	m.count("tamga_judging_seconds_total", "Time spent on judging declarations.", &done.JudgedTime, microsecond)
	return m
}

func (m *measures) count(name, help string, value *atomic.Int64, unit float64) {
	m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help}, func() float64 {
		return float64(value.Load()) * unit
	}))
}

func (m *measures) observe(route string, status int, took time.Duration) {
	m.answers.WithLabelValues(route, strconv.Itoa(status)).Observe(took.Seconds())
}

func (m *measures) page() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

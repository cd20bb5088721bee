package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"tamga/transparency"
)

// log serves the log of evidence to everyone: it holds digests and blinded references only.
func (d *door) log(mux *http.ServeMux) {
	mux.HandleFunc("GET /checkpoint", d.tile)
	mux.HandleFunc("GET /tile/{path...}", d.tile)
}

func (d *door) tile(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/")
	body, err := transparency.Tile(d.Office.Store.Log(), path)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	media, keep := "application/octet-stream", "public, max-age=31536000, immutable"
	if path == transparency.CheckpointPath {
		media, keep = "text/plain; charset=utf-8", "no-cache"
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("Cache-Control", keep)
	_, _ = w.Write(body)
}

// patience is how long a store has to show that it answers.
const patience = 2 * time.Second

// health tells whether requests can be answered: the store is read.
func (d *door) health(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	if _, err := d.Office.Store.Position(ctx); err != nil {
		d.Journal.Error("api", "doing", "health", "error", err.Error())
		http.Error(w, "the store does not answer", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

package serve

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// quiet is how long nothing must happen before a change is told: an editor saves in several steps, with
	// less than this between them. Where one takes longer, its last step makes a build begin again.
	quiet = 25 * time.Millisecond
	// patience bounds the wait when changes don't cease, as when a large folder is copied in.
	patience = time.Second
	// mostTouched is how many paths are told one by one.
	mostTouched = 200
)

// watched are the entries of a site's folder that a build reads. Everything else in it (the output, a
// version control's data) may change without a new build.
var watched = []string{"site.toml", "waivers.toml", "content", "themes", "i18n"}

// Touched is what may have changed.
type Touched struct {
	All   bool     // everything
	Paths []string // else these alone: files and folders, slash-separated, from the site's folder
}

// and gives what may have changed by one or the other.
func (t Touched) and(more Touched) Touched {
	if t.All || more.All {
		return Touched{All: true}
	}
	paths := slices.Concat(t.Paths, more.Paths)
	slices.Sort(paths)
	if paths = slices.Compact(paths); len(paths) > mostTouched {
		return Touched{All: true}
	}
	return Touched{Paths: paths}
}

// watch tells about changes below root until ctx is done; changes that come together are told once.
// It watches folders and not files, because editors save by renaming a new file over the old one.
func watch(ctx context.Context, root string, logger *slog.Logger) (<-chan Touched, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{root: filepath.Clean(root), notify: notify, logger: logger}
	if err := w.start(); err != nil {
		notify.Close()
		return nil, err
	}
	changes := make(chan Touched, 1)
	go func() {
		defer notify.Close()
		w.run(ctx, changes)
	}()
	return changes, nil
}

type watcher struct {
	root   string
	notify *fsnotify.Watcher
	logger *slog.Logger
}

// start watches the root itself, for site.toml and for folders that don't exist yet, and every folder below it
// that a build reads.
func (w *watcher) start() error {
	if err := w.notify.Add(w.root); err != nil {
		return err
	}
	for _, name := range watched {
		if err := w.add(filepath.Join(w.root, name)); err != nil {
			return err
		}
	}
	return nil
}

// add watches a folder and all below it. What is no folder, or is gone by now, is left out. Each folder is
// watched before it is listed, so nothing that appears in between is missed.
func (w *watcher) add(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case path != w.root && ignored(d.Name()):
			return fs.SkipDir
		}
		if err := w.notify.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// run turns events into changes: one after a quiet moment, or when patience ends.
func (w *watcher) run(ctx context.Context, changes chan Touched) {
	var settle <-chan time.Time
	var since time.Time
	var touched Touched
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-w.notify.Events:
			path, matters := w.matters(event)
			if !matters {
				continue
			}
			w.follow(event)
			touched = touched.and(Touched{Paths: []string{path}})
		case err := <-w.notify.Errors:
			// Events may have been lost, so build; the next event shows whether the watch still works.
			w.logger.Warn("watching for changes", "error", err)
			touched = Touched{All: true}
		case <-settle:
			select {
			case waiting := <-changes: // no build has begun for it yet
				touched = touched.and(waiting)
			default:
			}
			changes <- touched // there is room for one, and nobody else sends
			settle, since, touched = nil, time.Time{}, Touched{}
			continue
		}
		if since.IsZero() {
			since = time.Now()
		}
		settle = time.After(max(0, min(quiet, patience-time.Since(since))))
	}
}

// follow watches a folder that has just appeared.
func (w *watcher) follow(event fsnotify.Event) {
	if !event.Has(fsnotify.Create) {
		return
	}
	if err := w.add(event.Name); err != nil {
		w.logger.Warn("watching a new folder", "folder", event.Name, "error", err)
	}
}

// matters tells whether an event may change what a build makes, and gives the path below the site's folder.
func (w *watcher) matters(event fsnotify.Event) (path string, matters bool) {
	if event.Op == fsnotify.Chmod {
		return "", false // indexers and virus scanners touch attributes all day
	}
	rel, err := filepath.Rel(w.root, event.Name)
	if err != nil {
		return "", false
	}
	path = filepath.ToSlash(rel)
	parts := strings.Split(path, "/")
	return path, slices.Contains(watched, parts[0]) && !slices.ContainsFunc(parts, ignored)
}

// ignored tells whether a file or folder is no part of the site: hidden ones, and what editors leave
// while a file is open. A build passes them over too.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp")
}

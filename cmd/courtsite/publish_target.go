package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/publish"
)

// Where credentials come from.
const (
	envKeyID     = "COURTSITE_ACCESS_KEY_ID"
	envKeySecret = "COURTSITE_ACCESS_KEY_SECRET"
	envToken     = "COURTSITE_SESSION_TOKEN"
)

// openTarget makes a target of what site.toml says; done gives it back.
func (a *app) openTarget(p config.Publish, tree string, f publishFlags) (target publish.Target, serving publish.Serving, done func(), err error) {
	if p.Directory != "" {
		dir, err := a.openFolder(within(a.dir, p.Directory), tree)
		if err != nil {
			return nil, serving, nil, err
		}
		return dir, serving, func() { dir.Close() }, nil
	}
	key, err := a.credentials(p.Name, f.credentials)
	if err != nil {
		return nil, serving, nil, err
	}
	bucket := publish.Bucket{Endpoint: p.Endpoint, Region: p.Region, Bucket: p.Bucket, Prefix: p.Prefix, PathStyle: p.PathStyle}
	s3, err := publish.OpenS3(bucket, key, publish.Transport(http.ProxyFromEnvironment, cmp.Or(p.Jobs, publish.DefaultJobs)))
	if err != nil {
		return nil, serving, nil, &publishError{err, p.Name}
	}
	return s3, publish.Serving{Headers: true, PageAge: p.PageAge, Gzip: p.Gzip, Redirects: p.Redirects}, func() {}, nil
}

// openFolder opens a folder to publish to, which must not be one of the site's own, nor the one that is published, nor lie in it.
func (a *app) openFolder(name, tree string) (*publish.Dir, error) {
	elsewhere := fmt.Sprintf(a.text("name another directory in %s", "请在 %s 中写别的 directory"), a.placesFile())
	if err := a.apart(a.dir, name); err != nil {
		return nil, wrong(err.Error(), elsewhere)
	}
	to, from := whole(name), whole(tree)
	for _, pair := range [][2]string{{to, from}, {from, to}} {
		if rel, err := filepath.Rel(pair[0], pair[1]); err == nil && filepath.IsLocal(rel) {
			return nil, wrong(fmt.Sprintf(a.text("%s is the folder that is to be published, or one of the two is in the other", "%s 就是要发布的文件夹，或者两者互相包含"), name), elsewhere)
		}
	}
	dir, err := publish.OpenDir(name)
	if err != nil {
		return nil, &publishError{err, name}
	}
	return dir, nil
}

// credentials finds who publishes: in the environment, else in the file that a flag names, else in the user's own.
func (a *app) credentials(target, file string) (publish.Credentials, error) {
	key := publish.Credentials{ID: a.env(envKeyID), Secret: publish.Secret(a.env(envKeySecret)), Token: publish.Secret(a.env(envToken))}
	if file == "" && key.ID != "" && key.Secret != "" {
		return key, nil
	}
	if file == "" {
		folder, err := os.UserConfigDir()
		if err != nil {
			return key, a.noCredentials("")
		}
		file = filepath.Join(folder, "courtsite", "credentials.toml")
	}
	key, err := publish.ReadCredentials(file, target)
	if errors.Is(err, fs.ErrNotExist) {
		return key, a.noCredentials(file)
	}
	return key, a.credentialsError(err)
}

func (a *app) noCredentials(file string) error {
	return wrong(a.text("there are no credentials", "没有密钥"),
		fmt.Sprintf(a.text("set %s and %s, or write the file %s; docs/publish.md tells how", "请设置环境变量 %s 和 %s，或编写文件 %s；写法见 docs/publish.md"), envKeyID, envKeySecret, file))
}

// credentialsError says in words what is wrong with a file of credentials.
func (a *app) credentialsError(err error) error {
	var exposed *publish.ErrExposed
	var form *publish.ErrCredentials
	switch {
	case errors.As(err, &exposed):
		return wrong(fmt.Sprintf(a.text("others may read the credentials in %s", "其他用户也能读取密钥文件 %s"), exposed.Path),
			fmt.Sprintf(a.text("chmod 600 %s; if others may have read it, change the key", "请运行 chmod 600 %s；如可能已被他人读取，请更换密钥"), exposed.Path))
	case errors.As(err, &form):
		where := strings.TrimSuffix(fmt.Sprintf("%s:%d", form.Path, form.Line), ":0")
		return wrong(fmt.Sprintf(a.text("%s is not a file of credentials for this target", "%s 不是适用于此目标的密钥文件"), where),
			a.text("it needs a table with the target's name and in it access_key_id and access_key_secret; see docs/publish.md", "其中要有以目标名称为名的一节，写 access_key_id 和 access_key_secret；见 docs/publish.md"))
	}
	return err
}

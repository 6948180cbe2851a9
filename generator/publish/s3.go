package publish

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// S3 is a bucket, or a folder of one, in object storage that speaks Amazon's S3, as OSS, OBS and COS do. Requests keep to what all of these understand:
// the bucket's name in the host's, bodies in one piece with Content-MD5, no trailing checksums, listings of the first kind.
type S3 struct {
	client *minio.Core
	bucket string
	prefix string // empty, or ends with a slash
	key    Credentials
}

// Bucket says where a bucket is and how to reach it.
type Bucket struct {
	Endpoint  string // "https://s3.oss-cn-hangzhou.aliyuncs.com"
	Region    string
	Bucket    string
	Prefix    string // the folder in the bucket; "" for all of it
	PathStyle bool   // the bucket's name stands in the path: for servers of one's own
}

// stampKey is the name that an object's stamp has among its metadata.
const stampKey = "Courtsite"

// OpenS3 prepares the use of a bucket. It sends nothing yet.
func OpenS3(b Bucket, key Credentials, transport http.RoundTripper) (*S3, error) {
	u, err := url.Parse(b.Endpoint)
	if err != nil {
		return nil, err
	}
	lookup := minio.BucketLookupDNS
	if b.PathStyle {
		lookup = minio.BucketLookupPath
	}
	client, err := minio.NewCore(u.Host, &minio.Options{
		Creds:        credentials.NewStaticV4(key.ID, string(key.Secret), string(key.Token)),
		Secure:       u.Scheme == "https",
		Region:       b.Region, // so that nobody has to be asked for it
		BucketLookup: lookup,
		Transport:    transport,
		MaxRetries:   1, // all targets are tried again in the same way, and not here too
	})
	if err != nil {
		return nil, scrub(err, key)
	}
	prefix := strings.Trim(b.Prefix, "/")
	if prefix != "" {
		prefix += "/"
	}
	return &S3{client, b.Bucket, prefix, key}, nil
}

// Transport is how a bucket is reached: as the standard library does it, with as many connections kept as there are transfers.
func Transport(proxy func(*http.Request) (*url.URL, error), jobs int) http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = proxy
	t.MaxIdleConnsPerHost = jobs
	t.ResponseHeaderTimeout = responseTimeout
	t.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
	t.DisableCompression = true // objects are read as they were stored
	return vigilant{t, responseTimeout}
}

// List asks for all names, a thousand at a time.
func (s *S3) List(ctx context.Context, prefix string) ([]Listed, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends the listing where it is left early
	var list []Listed
	for o := range s.client.Client.ListObjects(ctx, s.bucket, minio.ListObjectsOptions{Prefix: s.prefix + prefix, Recursive: true, UseV1: true}) {
		if o.Err != nil {
			return nil, s.explain("list", prefix, o.Err)
		}
		name := strings.TrimPrefix(o.Key, s.prefix)
		if name != "" && !strings.HasSuffix(name, "/") { // which is how some tools mark a folder
			list = append(list, Listed{Name: name, Version: o.ETag, Modified: o.LastModified})
		}
	}
	return list, ctx.Err()
}

// Get reads an object.
func (s *S3) Get(ctx context.Context, name string) ([]byte, error) {
	body, _, _, err := s.client.GetObject(ctx, s.bucket, s.prefix+name, minio.GetObjectOptions{})
	if err != nil {
		return nil, s.explain("read", name, err)
	}
	defer body.Close()
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, s.explain("read", name, err)
	}
	return data, nil
}

// Stat asks for an object's stamp.
func (s *S3) Stat(ctx context.Context, name string) (Mark, error) {
	info, err := s.client.StatObject(ctx, s.bucket, s.prefix+name, minio.StatObjectOptions{})
	if err != nil {
		return Mark{}, s.explain("look at", name, err)
	}
	return Mark{Stamp: info.UserMetadata[stampKey]}, nil
}

// Put stores an object in one request.
func (s *S3) Put(ctx context.Context, o Object, body io.ReaderAt) (string, error) {
	info, err := s.client.PutObject(ctx, s.bucket, s.prefix+o.Name, io.NewSectionReader(body, 0, o.Size), o.Size,
		base64.StdEncoding.EncodeToString(o.MD5[:]), o.BodySHA256, minio.PutObjectOptions{
			ContentType: o.MediaType, CacheControl: o.CacheControl, ContentEncoding: o.Encoding, WebsiteRedirectLocation: o.Redirect,
			UserMetadata: map[string]string{stampKey: o.Stamp}, DisableContentSha256: true,
		})
	if err != nil {
		return "", s.explain("store", o.Name, err)
	}
	return info.ETag, nil
}

// Delete removes an object.
func (s *S3) Delete(ctx context.Context, name string) error {
	if err := s.client.RemoveObject(ctx, s.bucket, s.prefix+name, minio.RemoveObjectOptions{}); err != nil {
		return s.explain("delete", name, err)
	}
	return nil
}

package diag

// Package config: what site.toml says of hosting and of publishing.
var (
	HostingServer = kind("hosting-server", Error,
		"no configuration can be made for %[1]q", "one of: %[2]s",
		"不能为 %[1]q 生成服务器配置", "可写：%[2]s")
	PublishName = kind("publish-name", Error,
		"the name of a publishing target is of lower-case letters, digits and hyphens, not %[1]q", "write [publish.main]",
		"发布目标的名称只用小写英文字母、数字和连字符，不能是 %[1]q", "请写成 [publish.main]")
	PublishPlace = kind("publish-place", Error,
		"%[1]s needs a directory or a bucket, and not both", "write directory = \"/srv/court\", or bucket, endpoint and region",
		"%[1]s 要写 directory（文件夹）或 bucket（存储桶），二者选一", "请写 directory = \"/srv/court\"，或者写 bucket、endpoint 和 region")
	PublishSecret = kind("publish-secret", Error,
		"%[1]s is no setting of site.toml: keys and passwords never stand here", "take it out and change the key; docs/publish.md tells where credentials go",
		"site.toml 中不能写 %[1]s：密钥、密码一律不写在这里", "请删去并更换密钥；密钥放在哪里见 docs/publish.md")
	PublishEndpoint = kind("publish-endpoint", Error,
		"endpoint must be the address of the object storage alone, without the bucket", "write endpoint = \"https://s3.oss-cn-hangzhou.aliyuncs.com\"",
		"endpoint 应为对象存储服务的网址，不带存储桶名和路径", "请写成 endpoint = \"https://s3.oss-cn-hangzhou.aliyuncs.com\"")
	PublishBucket = kind("publish-bucket", Error,
		"%[1]q is no name of a bucket", "3 to 63 lower-case letters, digits and hyphens, as the console shows it",
		"%[1]q 不是存储桶名称", "3 至 63 个小写英文字母、数字和连字符，与控制台显示的一致")
	PublishPrefix = kind("publish-prefix", Error,
		"%[1]q is no folder in a bucket", "write names with a slash between them: prefix = \"courts/a101\"",
		"%[1]q 不能作为存储桶中的文件夹", "名称之间用一个斜杠隔开，如 prefix = \"courts/a101\"")
	PublishRedirects = kind("publish-redirects", Error,
		"%[1]q is no way to redirect", "write redirects = \"page\", or redirects = \"header\" where the store's static website serves the site",
		"redirects 的值不能是 %[1]q", "请写 redirects = \"page\"；由存储服务的静态网站功能提供网站时，可写 redirects = \"header\"")
)

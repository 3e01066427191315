/** What a person reads who opens the store's address the first time: how his device comes to trust it. Plain markup, no script. */
export const trustPage = (address: string): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>信任本店的岗位系统 · Trust this store's Gangwei</title>
<link rel="stylesheet" href="/trust/style.css"></head>
<body><main>
<h1>信任本店的岗位系统</h1>
<p>拍照、扫码和断网作业需要安全连接。本店的证书由本店自己签发，每台设备安装一次即可。</p>
<p><a class="button" href="/trust/authority.crt">下载本店根证书</a> <a class="button quiet" href="${address}">已安装，进入系统</a></p>
<h2>安卓手机、平板</h2><ol><li>下载后打开“设置 → 安全 → 更多安全设置 → 加密与凭据 → 安装证书 → CA 证书”。</li><li>选择下载的 authority.crt，确认安装。</li></ol>
<h2>iPhone、iPad</h2><ol><li>用 Safari 下载，允许“配置描述文件”，在“设置 → 已下载描述文件”中安装。</li><li>在“设置 → 通用 → 关于本机 → 证书信任设置”中打开本证书的完全信任。</li></ol>
<h2>Windows 电脑</h2><ol><li>双击 authority.crt，点“安装证书 → 本地计算机”。</li><li>选“将所有的证书都放入下列存储 → 受信任的根证书颁发机构”，完成后重开浏览器。</li></ol>
<hr lang="en">
<section lang="en">
<h1>Trust this store's Gangwei</h1>
<p>Camera, scanning and work without network need a secure connection. The store issues its own certificate; each device installs it once.</p>
<p><a class="button" href="/trust/authority.crt">Download the store's root certificate</a> <a class="button quiet" href="${address}">Installed, open the system</a></p>
<h2>Android</h2><ol><li>Open Settings → Security → More → Encryption and credentials → Install a certificate → CA certificate.</li><li>Choose the downloaded authority.crt and confirm.</li></ol>
<h2>iPhone, iPad</h2><ol><li>Download with Safari, allow the profile, install it in Settings → Profile downloaded.</li><li>Switch on full trust in Settings → General → About → Certificate trust settings.</li></ol>
<h2>Windows</h2><ol><li>Double-click authority.crt, Install certificate → Local machine.</li><li>Place it in “Trusted root certification authorities”, finish, and restart the browser.</li></ol>
</section>
</main></body></html>
`

export const trustStyle = `body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1b2330; background: #f5f6f8 }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.05rem; margin: 1.5rem 0 .25rem } ol { margin: 0; padding-left: 1.5rem } hr { margin: 2rem 0; border: 0; border-top: 1px solid #cfd5de }
.button { display: inline-block; margin: 0 .5rem .5rem 0; padding: .65rem 1rem; border-radius: .4rem; background: #14508c; color: #fff; text-decoration: none } .quiet { background: none; color: #14508c; outline: 1px solid #14508c }
@media (prefers-color-scheme: dark) { body { color: #e5e9f0; background: #12161c } .button { background: #7db4ee; color: #0c1118 } .quiet { background: none; color: #7db4ee; outline-color: #7db4ee } }
`

package media

import "strings"

// demuxers are those parts of ffmpeg that may open a file of a stranger: the
// containers and streams of cameras, phones, recorders, broadcasters and the web,
// and still pictures one a file. ffmpeg is started with this list, so that what is
// not on it is refused before anything of the file is followed. Left out on
// purpose: what opens other files or the network by what it reads (playlists,
// concat, HLS, DASH, IMF, SDP, SVG, numbered pictures), devices, subtitles and
// other text, samples without any header, music for trackers and games.
var demuxers = strings.Fields(`
	mov matroska avi flv asf mpegts mpeg mpegvideo m4v ogg mxf gxf lxf dv nut rm ivr wtv swf nsv pva
	h261 h263 h264 hevc av1 obu ivf vc1 cavsvideo dirac dnxhd mjpeg mpjpeg smjpeg yuv4mpegpipe ipu
	dhav ifv lmlm4 mods mtv kux vivo roq cine ser ty thp
	wav w64 aiff au caf flac mp3 aac loas ac3 eac3 dts dtshd truehd mlp amr amrnb amrwb ape wv tta tak
	mpc mpc8 shn voc gsm qcp ilbc sbc dsf iff dss oma vqf ircam pvf nistsphere sox wsd svs act sln
	gif apng ico
	bmp_pipe dds_pipe dpx_pipe exr_pipe gif_pipe j2k_pipe jpeg_pipe jpegls_pipe jpegxl_pipe pam_pipe
	pbm_pipe pcx_pipe pfm_pipe pgm_pipe phm_pipe photocd_pipe png_pipe ppm_pipe psd_pipe qoi_pipe
	sgi_pipe sunrast_pipe tiff_pipe webp_pipe xwd_pipe`)

// allowed is the list as ffmpeg and ffprobe take it.
var allowed = strings.Join(demuxers, ",")

// mediaTypes are the media types of what demuxers read, where pictures, where only
// sound is in it. Others are called after their demuxer.
var mediaTypes = map[string]struct{ film, sound string }{
	"aac":          {sound: "audio/aac"},
	"aiff":         {sound: "audio/aiff"},
	"apng":         {film: "image/png"},
	"asf":          {"video/x-ms-asf", "audio/x-ms-wma"},
	"au":           {sound: "audio/basic"},
	"bmp_pipe":     {film: "image/bmp"},
	"dpx_pipe":     {film: "image/x-dpx"},
	"flv":          {"video/x-flv", "audio/x-flv"},
	"gif":          {film: "image/gif"},
	"ico":          {film: "image/x-icon"},
	"j2k_pipe":     {film: "image/jp2"},
	"jpeg_pipe":    {film: "image/jpeg"},
	"jpegxl_pipe":  {film: "image/jxl"},
	"matroska":     {"video/x-matroska", "audio/x-matroska"},
	"mov":          {"video/mp4", "audio/mp4"},
	"mp3":          {sound: "audio/mpeg"},
	"mpeg":         {"video/mpeg", "audio/mpeg"},
	"mpegts":       {"video/mp2t", "audio/mp2t"},
	"mpegvideo":    {film: "video/mpeg"},
	"mxf":          {"video/mxf", "audio/mxf"},
	"ogg":          {"video/ogg", "audio/ogg"},
	"png_pipe":     {film: "image/png"},
	"psd_pipe":     {film: "image/vnd.adobe.photoshop"},
	"rm":           {"video/vnd.rn-realvideo", "audio/vnd.rn-realaudio"},
	"tiff_pipe":    {film: "image/tiff"},
	"wav":          {sound: "audio/wav"},
	"webp_pipe":    {film: "image/webp"},
	"yuv4mpegpipe": {film: "video/x-yuv4mpeg"},
}

// typeOf is the media type of what a demuxer reads; name is as ffprobe says it,
// several with commas between where one reads several.
func typeOf(name string, moves bool) string {
	name, _, _ = strings.Cut(name, ",")
	types := mediaTypes[name]
	switch {
	case moves && types.film != "":
		return types.film
	case !moves && types.sound != "":
		return types.sound
	case strings.HasSuffix(name, "_pipe"):
		return "image/x-" + strings.TrimSuffix(name, "_pipe")
	case moves:
		return "video/x-" + name
	}
	return "audio/x-" + name
}
